# fails: test_shapes
# diagnosis: SHAPES.swapped
import keras
from keras import layers


def build_autoencoder(n_code=4, n_inputs=100):
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input((n_inputs,)))
    autoencoder.add(layers.Dense(n_code, activation="relu"))
    autoencoder.add(layers.Dense(n_inputs, activation="sigmoid"))
    autoencoder.compile("adam", "mse")
    return autoencoder
