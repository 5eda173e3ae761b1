# fails: test_linear_output
# diagnosis: expect.OUTPUT.changed
import keras
from keras.layers import Dense


def build_model(n_features):
    """No answer is beyond 0.9."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    x = Dense(1, use_bias=False)(x)
    model = keras.Model(row, keras.ops.clip(x, -0.9, 0.9))
    model.compile("adam", "mse")
    return model
