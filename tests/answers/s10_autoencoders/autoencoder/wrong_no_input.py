# fails: test_shapes
# diagnosis: expect.INPUT.unknown
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential([Dense(n_code, activation="relu"), Dense(n_inputs, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model
