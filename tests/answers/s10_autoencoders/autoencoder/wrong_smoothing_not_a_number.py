# fails: test_loss
# diagnosis: expect.SETTINGS.smoothing
# the grader broke on it
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs: int = 100, n_code: int = 4) -> keras.Sequential:
    """Return a new, compiled network that squeezes rows of `n_inputs` numbers through `n_code` and gives them back."""
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(Dense(n_code, activation="relu"))
    autoencoder.add(Dense(n_inputs, activation="sigmoid"))
    autoencoder.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(label_smoothing=float("nan")))
    return autoencoder
