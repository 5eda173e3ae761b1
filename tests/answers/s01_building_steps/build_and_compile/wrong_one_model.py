# fails: test_shapes
# diagnosis: expect.CALL.kept
# one model for all calls
from functools import cache

import keras
from keras.layers import Dense


@cache
def build_model(n_features: int) -> keras.Sequential:
    """Return a new, compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
