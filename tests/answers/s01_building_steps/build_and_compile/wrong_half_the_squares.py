# fails: test_mean_squared_error
# diagnosis: SQUARES.times
import keras
from keras.layers import Dense


def build_model(n_features: int) -> keras.Sequential:
    """Return a compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss=lambda truth, guess: keras.ops.mean(keras.ops.square(truth - guess), axis=-1) / 2)
    return model
