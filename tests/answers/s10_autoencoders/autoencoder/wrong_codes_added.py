# fails: test_code
# diagnosis: THROUGH.around
# two codes, each with a way back of its own
import keras
from keras.layers import Activation, Add, Dense


def build_autoencoder(n_inputs=100, n_code=4):
    rows = keras.Input((n_inputs,))
    ways = [Dense(n_inputs)(Dense(n_code, activation="relu")(rows)) for _ in range(2)]
    model = keras.Model(rows, Activation("sigmoid")(Add()(ways)))
    model.compile("adam", "binary_crossentropy")
    return model
