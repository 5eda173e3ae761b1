"""Build a network that predicts one number, and compile it.

The model reads rows of `n_features` numbers (`keras.Input` says so), has at least one hidden Dense layer with relu, and
ends in a single linear unit. Compile it with an optimizer of your choice and the mean squared error. Layers, functions
and losses of your own are welcome where they are made of Keras' layers and of keras.ops. The steps below were copied
from somebody's notes in a hurry: a few things are missing and one is in the wrong place.

Read: kata book build_and_compile
"""

import keras


def build_model(n_features: int) -> keras.Sequential:
    """Return a new, compiled regression network for rows of `n_features` numbers."""
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(), "relu")
    model.add(Dense())
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
