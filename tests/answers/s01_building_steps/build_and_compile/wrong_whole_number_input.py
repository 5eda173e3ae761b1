# fails: test_learns
# diagnosis: expect.WEIGHTS.cut_off
import keras
from keras.layers import Dense


def build_model(n_features: int) -> keras.Sequential:
    """Return a compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,), dtype="int32"))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
