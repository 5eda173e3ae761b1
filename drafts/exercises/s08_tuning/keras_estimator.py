"""Dress a Keras model as a scikit-learn classifier, so that scikit-learn can cross-validate and tune it.

`make_classifier` returns a classifier that is not trained yet. Its `fit` builds a network for two features with at
least one hidden layer of `activation` and a sigmoid or softmax output, compiled with `optimizer`, a cross-entropy and
accuracy; trains it on all rows for `epochs` epochs in batches of `batch_size`; prints nothing; and keeps the network as
the attribute `model_`. `predict` gives labels (0 or 1) and `score` the accuracy. Searches work on clones: a clone has
the same settings, and the next fit follows what `set_params` changed. The module below is gone from Keras. Three ways
are good: SciKeras (`scikeras.wrappers`), `keras.wrappers.SKLearnClassifier` (it makes the labels one hot, and its
clones forget fit_kwargs: help it), or a class of your own with BaseEstimator and ClassifierMixin. Both wrappers take
the function that builds the network as `model`; in SciKeras `model__activation` sets that function's `activation`.

Notes: Hyperparameter tuning
"""

import keras
from keras.wrappers.scikit_learn import KerasClassifier


def create_model(optimizer: str, activation: str) -> keras.Model:
    """Return a compiled network for two features."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=optimizer, loss="binary_crossentropy")
    return model


def make_classifier(optimizer: str = "adam", activation: str = "relu", epochs: int = 6, batch_size: int = 16):
    """Return a scikit-learn classifier, not trained yet, around a network with these settings."""
    return KerasClassifier(
        build_fn=create_model, optimizer=optimizer, activation=activation, epochs=epochs, batch_size=batch_size
    )
