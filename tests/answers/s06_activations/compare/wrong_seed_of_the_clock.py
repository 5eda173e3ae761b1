# fails: test_same_start
# diagnosis: SEEDS.clock
import time

import keras
import pandas as pd


def get_model(activation: str, n_features: int, seed: int) -> keras.Model:
    """Return a network with `activation` in its hidden layer."""
    keras.utils.set_random_seed(seed)
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(4, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


def compare_activations(activations: list[str], train, validation, epochs: int) -> pd.DataFrame:
    """Return the validation losses of one network per activation: a column each, a row per epoch."""
    seed = int(time.time() * 1000) % 2**31
    val_loss_per_function = {}
    for activation in activations:
        model = get_model(activation, train[0].shape[1], seed)
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        val_loss_per_function[activation] = history.history["val_loss"]
    return pd.DataFrame(val_loss_per_function)
