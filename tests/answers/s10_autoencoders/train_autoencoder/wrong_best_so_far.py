# fails: test_trained
# diagnosis: FIGURES.falling
# The best loss so far stands in place of the measured one.
import keras
import numpy as np


def train_autoencoder(
    autoencoder: keras.Model, train: np.ndarray, validation: np.ndarray, epochs: int
) -> dict[str, list[float]]:
    """Train the model to give each row back; return its loss on `train` and on `validation` after each epoch."""
    history = autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0)
    return {name: np.minimum.accumulate(history.history[name]).tolist() for name in ("loss", "val_loss")}
