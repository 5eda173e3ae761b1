# fails: test_loss
# diagnosis: LOSS.own_value
import keras
from keras import ops
from keras.layers import Dense


def half(rows, answers):
    return -ops.mean(rows * ops.log(answers), axis=-1)


def build_autoencoder(n_inputs=100, n_code=4):
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(Dense(n_code, activation="relu"))
    autoencoder.add(Dense(n_inputs, activation="sigmoid"))
    autoencoder.compile(optimizer="adam", loss=half)
    return autoencoder
