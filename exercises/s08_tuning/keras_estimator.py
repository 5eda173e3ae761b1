"""Dress a Keras model as a scikit-learn classifier, so that scikit-learn can cross-validate and tune it.

`make_classifier` returns an untrained classifier. Its `fit` builds a new network for two features (hidden layers of
`activation`, a sigmoid or softmax output), compiles it with `optimizer`, a cross-entropy and accuracy, trains it on all
rows for `epochs` epochs in batches of `batch_size`, prints nothing, and keeps it as `model_`. `predict` gives labels, 0
or 1, and `score` the accuracy. A search trains clones: a clone has the same settings, and what its `set_params` changes
counts in its next fit, and for no other classifier. The module below is gone from Keras. The simplest way is SciKeras
(`scikeras.wrappers`; the function that builds the network is its `model`, and the arguments of that function are
settings with model__ in front, `model__activation` and `model__optimizer`). Others are `keras.wrappers` with its
SKLearnClassifier (it makes the labels one hot, and its clones forget fit_kwargs: help it), and a class of your own,
whose parents are ClassifierMixin and BaseEstimator, in this order.

Read: kata book keras_estimator
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
