"""Train a model, then say how good it has become.

The model arrives compiled; do not compile it again. Train it on the features and labels for `epochs` epochs, then
evaluate it on the same rows without printing anything. Return the History of the training and the loss of the
trained model, in that order: the loss alone, as one number. What the training prints is up to you.
The steps below are all there, or nearly, but not in the right order.

Notes: Steps building model
"""

import keras


def fit_and_evaluate(model: keras.Model, features, labels, epochs: int) -> tuple[keras.callbacks.History, float]:
    """Train the model for `epochs` epochs; return the History and the loss of the trained model."""
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    figures = model.evaluate(features, labels, verbose=0, return_dict=True)
    return history, figures["loss"]
