# fails: test_shapes
# diagnosis: expect.CALL.one_optimizer
import keras
from keras.layers import Dense

ADAM = keras.optimizers.Adam(learning_rate=0.005)


def build_autoencoder(n_inputs: int = 100, n_code: int = 4) -> keras.Sequential:
    """Return a compiled network that squeezes rows of `n_inputs` numbers through `n_code` and gives them back."""
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(Dense(n_code, activation="relu"))
    autoencoder.add(Dense(n_inputs, activation="sigmoid"))
    autoencoder.compile(optimizer=ADAM, loss="binary_crossentropy")
    return autoencoder
