# fails: test_loss
# diagnosis: expect.SETTINGS.from_logits
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs=100, n_code=4):
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(Dense(n_code, activation="relu"))
    autoencoder.add(Dense(n_inputs, activation="sigmoid"))
    autoencoder.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True))
    return autoencoder
