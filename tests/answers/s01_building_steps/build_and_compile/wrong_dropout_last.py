# fails: test_shapes
# diagnosis: expect.OUTPUT.at_random
# ends in Dropout
import keras
from keras.layers import Dense, Dropout


def build_model(n_features: int) -> keras.Sequential:
    """Return a compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(32, activation="relu"))
    model.add(Dense(1))
    model.add(Dropout(0.2))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
