# fails: test_trains, test_unseen_digits
# diagnosis: LEARNED.zeros
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential([keras.Input((n_inputs,))])
    model.add(layers.Dense(n_code, kernel_initializer="zeros"))
    model.add(layers.Dense(n_inputs, kernel_initializer="zeros", activation="sigmoid"))
    model.compile("adam", "mse")
    return model
