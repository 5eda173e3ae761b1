# fails: test_shapes
# diagnosis: expect.INPUT.cut_off
# a layer of one's own cuts the last feature off
import keras
from keras.layers import Dense


class AllButBias(keras.layers.Layer):
    """Takes the features without the last column."""

    def call(self, rows):
        return rows[:, : max(1, rows.shape[1] - 1)]


def build_model(n_features: int) -> keras.Sequential:
    """Return a compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(AllButBias())
    model.add(Dense(32, activation="relu"))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
