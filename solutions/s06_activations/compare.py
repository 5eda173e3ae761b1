"""Train the same network once per activation, and put the validation losses side by side.

`train` and `validation` are pairs (features, labels) with labels 0 or 1. For each activation build a classifier whose
hidden layers all use it and whose output suits a yes/no question; compile it with binary cross-entropy, train it on
`train` for `epochs` epochs and validate it on `validation`. Return a DataFrame: a column of validation losses per
activation, named after it and in the order given, and a row per epoch. The comparison is fair only if every network
starts from the same seed, in every run. The stub is put together from notes that were never run.

Read: kata book compare
"""

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
    for activation in activations:
        model = get_model(activation, train[0].shape[1])
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        val_loss_per_function[activation] = history.history["val_loss"]
    return pd.DataFrame(val_loss_per_function)
