"""Train a model and hand back what each epoch measured.

The model arrives built, with one sigmoid output, and not compiled yet. Compile it with binary cross-entropy and with
accuracy among its metrics; the optimizer is up to you. Train this very model on `train` for `epochs` epochs, validating
on `validation` after each; both are pairs (features, labels) with labels 0 or 1. Return the dictionary with the lists
loss, accuracy, val_loss and val_accuracy: one number per epoch, as it was measured.

Read: kata book history
"""

import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def train_with_history(model: keras.Model, train: Split, validation: Split, epochs: int) -> dict[str, list[float]]:
    """Compile and train the model; return loss and accuracy of each epoch, on `train` and on `validation`."""
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
    return history.history
