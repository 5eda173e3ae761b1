# fails: test_target, test_validation
# diagnosis: ERROR.made_up
import keras
import numpy as np


def train_autoencoder(
    autoencoder: keras.Model, train: np.ndarray, validation: np.ndarray, epochs: int
) -> dict[str, list[float]]:
    """Train the model to give each row back; return its loss on `train` and on `validation` after each epoch."""
    loss = autoencoder.evaluate(train, train, verbose=0, return_dict=True)["loss"]
    val_loss = autoencoder.evaluate(validation, validation, verbose=0, return_dict=True)["loss"]
    return {"loss": [loss * 0.9**n for n in range(epochs)], "val_loss": [val_loss * 0.92**n for n in range(epochs)]}
