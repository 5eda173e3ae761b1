# different: an encoder and a decoder of two layers each, put together in a Sequential
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs: int = 100, n_code: int = 4):
    wide = 2 * n_inputs
    encoder = keras.Sequential([keras.Input((n_inputs,)), Dense(wide, activation="relu"), Dense(n_code)])
    decoder = keras.Sequential([keras.Input((n_code,)), Dense(wide, activation="relu"), Dense(n_inputs, "sigmoid")])
    whole = keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
    whole.compile("adam", "mse", metrics=["mae"])
    return whole
