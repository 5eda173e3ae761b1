# fails: test_shapes
# says: made outside of the function, the same in all calls
# the layers are made once, and stand in all models
import keras
from keras.layers import Dense

HIDDEN = Dense(16, activation="relu")
OUTPUT = Dense(1)


def build_model(n_features: int) -> keras.Sequential:
    """Return a new, compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential([keras.Input(shape=(n_features,)), HIDDEN, OUTPUT])
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
