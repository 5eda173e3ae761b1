# fails: test_shapes
# diagnosis: expect.CALL.no_return
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential([keras.Input((n_inputs,)), Dense(n_code, activation="relu")])
    model.add(Dense(n_inputs, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
