# fails: test_trained
# diagnosis: expect.FIT.early_stopping
# The training stops when val_loss no longer falls.
import keras
import numpy as np


def train_autoencoder(
    autoencoder: keras.Model, train: np.ndarray, validation: np.ndarray, epochs: int
) -> dict[str, list[float]]:
    """Train the model to give each row back; return its loss on `train` and on `validation` after each epoch."""
    history = autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping("val_loss", patience=1)])
    return {name: history.history[name] for name in ("loss", "val_loss")}
