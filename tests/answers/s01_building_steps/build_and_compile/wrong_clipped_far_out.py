# fails: test_linear_output
# diagnosis: expect.OUTPUT.changed
import keras
from keras.layers import Dense


def build_model(n_features):
    """Linear as far as 10,000."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    x = Dense(1)(x)
    model = keras.Model(row, keras.ops.clip(x, -1e4, 1e4))
    model.compile("adam", "mse")
    return model
