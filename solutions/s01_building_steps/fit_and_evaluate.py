"""Train a model, then say how good it has become.

`train` and `test` are pairs (features, labels). The model arrives compiled, with metrics or without; do not compile it
again. Train it on `train` alone for `epochs` epochs, then evaluate it on `test`, which it has never seen, without
printing anything. Return the History of the training and the loss of the trained model on `test`, in that order: the
loss alone, as one number. What the training prints is up to you.
The steps below are all there, or nearly, but not in the right order.

Read: kata book fit_and_evaluate
"""

import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def fit_and_evaluate(
    model: keras.Model, train: Split, test: Split, epochs: int
) -> tuple[keras.callbacks.History, float]:
    """Train the model on `train`; return the History and the loss of the trained model on `test`."""
    history = model.fit(*train, epochs=epochs, verbose=0)
    figures = model.evaluate(*test, verbose=0, return_dict=True)
    return history, figures["loss"]
