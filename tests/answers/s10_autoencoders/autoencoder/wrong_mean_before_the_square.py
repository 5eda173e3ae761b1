# fails: test_loss
# diagnosis: LOSS.mean_first
import keras
from keras import ops
from keras.layers import Dense


def squared_error(y_true, y_pred):
    return ops.square(ops.mean(y_true - y_pred, axis=-1))


def build_autoencoder(n_inputs: int = 100, n_code: int = 4) -> keras.Sequential:
    """Return a new, compiled network that squeezes rows of `n_inputs` numbers through `n_code` and gives them back."""
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(Dense(n_code, activation="relu"))
    autoencoder.add(Dense(n_inputs, activation="sigmoid"))
    autoencoder.compile(optimizer="adam", loss=squared_error)
    return autoencoder
