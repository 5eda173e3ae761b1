# fails: test_output
# diagnosis: OUTPUT.kept
# Results are kept per activation and number of epochs, so other data on the next call get the old losses.
import keras
import pandas as pd

SEED = 1
_DONE = {}


def get_model(activation: str, n_features: int) -> keras.Model:
    """Return a network with `activation` in its hidden layer."""
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(4, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


def compare_activations(activations: list[str], train, validation, epochs: int) -> pd.DataFrame:
    """Return the validation losses of one network per activation: a column each, a row per epoch."""
    val_loss_per_function = {}
    for activation in activations:
        model = get_model(activation, train[0].shape[1])
        key = (activation, epochs)
        if key not in _DONE:
            _DONE[key] = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history["val_loss"]
        val_loss_per_function[activation] = _DONE[key]
    return pd.DataFrame(val_loss_per_function)
