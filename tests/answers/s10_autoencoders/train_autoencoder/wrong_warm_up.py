# fails: test_trained
# diagnosis: expect.FIT.again
# A fit of one epoch comes before the training.
import keras
import numpy as np


def train_autoencoder(
    autoencoder: keras.Model, train: np.ndarray, validation: np.ndarray, epochs: int
) -> dict[str, list[float]]:
    """Train the model to give each row back; return its loss on `train` and on `validation` after each epoch."""
    autoencoder.fit(train, train, epochs=1, verbose=0)
    history = autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0)
    return {name: history.history[name] for name in ("loss", "val_loss")}
