# fails: test_shapes
# diagnosis: expect.CALL.kept
# one model for all calls
from functools import cache

import keras
from keras.layers import Dense


@cache
def build_binary_classifier(n_features: int) -> keras.Model:
    """Return a new, compiled network that gives the probability of class 1 for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
