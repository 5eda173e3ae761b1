# fails: test_target
# diagnosis: ERROR.cut
# The answers are the rows cut to 0..1; those of validation are not.
import keras
import numpy as np


def train_autoencoder(
    autoencoder: keras.Model, train: np.ndarray, validation: np.ndarray, epochs: int
) -> dict[str, list[float]]:
    """Train the model to give each row back; return its loss on `train` and on `validation` after each epoch."""
    history = autoencoder.fit(train, np.clip(train, 0, 1), validation_data=(validation, validation), epochs=epochs, verbose=0)
    return {name: history.history[name] for name in ("loss", "val_loss")}
