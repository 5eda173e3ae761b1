# fails: test_shapes
# diagnosis: SHAPES.fixed
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential([keras.Input((100,)), Dense(n_code, activation="relu"), Dense(100, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model
