# fails: test_history
# says: trained for
"""Trains once to find the best epoch, and again from the first weights up to there."""

import keras
import numpy as np


def train_with_checkpoint(model: keras.Model, train, validation, epochs: int, path: str) -> dict[str, list[float]]:
    first = model.get_weights()
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    model.set_weights(first)
    model.fit(*train, epochs=1 + int(np.argmin(history["val_loss"])), verbose=0)
    model.save(path)
    return history
