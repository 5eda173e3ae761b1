# fails: test_output
# diagnosis: OUTPUT.behind
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input((n_inputs,)))
    autoencoder.add(layers.Dense(n_code, activation="relu"))
    autoencoder.add(layers.Dense(n_inputs, activation="sigmoid"))
    autoencoder.add(layers.BatchNormalization())
    autoencoder.compile("adam", "mse")
    return autoencoder
