# fails: test_code
# diagnosis: expect.INPUT.cut_off
# the last number of each row never reaches the code
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs: int = 100, n_code: int = 4) -> keras.Sequential:
    """Return a compiled network that squeezes rows of `n_inputs` numbers through `n_code` and gives them back."""
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(keras.layers.Lambda(lambda rows: rows[:, :-1], output_shape=(n_inputs - 1,)))
    autoencoder.add(Dense(n_code, activation="relu"))
    autoencoder.add(Dense(n_inputs, activation="sigmoid"))
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    return autoencoder
