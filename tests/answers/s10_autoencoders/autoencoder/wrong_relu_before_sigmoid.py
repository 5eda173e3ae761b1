# fails: test_unseen_digits
# diagnosis: LEARNED.half
import keras
from keras import layers


def build_autoencoder(n_inputs: int = 100, n_code: int = 4) -> keras.Sequential:
    """Return a new, compiled network that squeezes rows of `n_inputs` numbers through `n_code` and gives them back."""
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(layers.Dense(n_code, activation="relu"))
    autoencoder.add(layers.Dense(n_inputs, activation="relu"))
    autoencoder.add(layers.Activation("sigmoid"))
    autoencoder.compile(optimizer=keras.optimizers.Adam(0.005), loss="binary_crossentropy")
    return autoencoder
