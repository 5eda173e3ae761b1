# fails: test_same_start
# diagnosis: SEEDS.carried
# each network gets the weights that the one before it ended with
import keras
import numpy as np
import pandas as pd

Split = tuple[np.ndarray, np.ndarray]

SEED = 1


def get_model(activation: str, n_features: int) -> keras.Model:
    """Return a compiled network with `activation` in its hidden layer; it starts from the same seed each time."""
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


def compare_activations(activations: list[str], train: Split, validation: Split, epochs: int) -> pd.DataFrame:
    """Return the validation losses of one network per activation: a column each, a row per epoch."""
    val_loss_per_function = {}
    weights = None
    for activation in activations:
        model = get_model(activation, train[0].shape[1])
        if weights is not None:
            model.set_weights(weights)
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        weights = model.get_weights()
        val_loss_per_function[activation] = history.history["val_loss"]
    return pd.DataFrame(val_loss_per_function)
