# fails: test_mean_squared_error
# diagnosis: SQUARES.mean_first
import keras
from keras import ops
from keras.layers import Dense


def my_mse(truth, guess):
    return ops.square(ops.mean(ops.reshape(truth, (-1,)) - ops.reshape(guess, (-1,))))


def build_model(n_features: int) -> keras.Sequential:
    """Return a compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss=my_mse)
    return model
