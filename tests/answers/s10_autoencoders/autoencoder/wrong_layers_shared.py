# fails: test_shapes
# diagnosis: expect.CALL.kept
# keeps the layers between calls
import keras
from keras.layers import Dense


_layers: dict[tuple[int, int], list[keras.Layer]] = {}


def build_autoencoder(n_inputs: int = 100, n_code: int = 4) -> keras.Sequential:
    """Return a compiled network that squeezes rows of `n_inputs` numbers through `n_code` and gives them back."""
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    if (n_inputs, n_code) not in _layers:
        _layers[n_inputs, n_code] = [Dense(n_code, activation="relu"), Dense(n_inputs, activation="sigmoid")]
    for layer in _layers[n_inputs, n_code]:
        autoencoder.add(layer)
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    return autoencoder
