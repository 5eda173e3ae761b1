# fails: test_loss
# diagnosis: LOSS.own
import keras
from keras import ops
from keras.layers import Dense


def distance(rows, answers):
    return ops.square(ops.mean(ops.abs(rows - answers), axis=-1))


def build_autoencoder(n_inputs=100, n_code=4):
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(Dense(n_code, activation="relu"))
    autoencoder.add(Dense(n_inputs, activation="sigmoid"))
    autoencoder.compile(optimizer="adam", loss=distance)
    return autoencoder
