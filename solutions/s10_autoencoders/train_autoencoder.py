"""Train an autoencoder: what should come out is what went in.

`train` and `validation` are arrays of rows of any numbers, without labels. The autoencoder arrives built and compiled;
do not compile it again. Train this very model on all rows of `train` for `epochs` epochs, so that it learns to give
each row back, and validate it on `validation` after each epoch: there, too, each row is to come back. Keras' usual
batches of 32 rows are small enough; in much larger ones it learns too little in a few epochs. Return a dictionary with
loss and val_loss, each a list or an array: one number per epoch, as it was measured, by the loss that the model was
compiled with.
The steps below run, and the loss is splendid from the start. What are the answers that the model is told to learn?

Read: kata book train_autoencoder
"""

import keras
import numpy as np


def train_autoencoder(
    autoencoder: keras.Model, train: np.ndarray, validation: np.ndarray, epochs: int
) -> dict[str, list[float]]:
    """Train the model to give each row back; return its loss on `train` and on `validation` after each epoch."""
    history = autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0)
    return history.history
