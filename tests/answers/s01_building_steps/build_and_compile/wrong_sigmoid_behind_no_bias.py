# fails: test_linear_output
# diagnosis: LAST.sigmoid
import keras
from keras.layers import Dense


def build_model(n_features):
    """Without a bias, too, sigmoid is sigmoid."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    x = Dense(1, use_bias=False)(x)
    model = keras.Model(row, keras.ops.sigmoid(x))
    model.compile("adam", "mse")
    return model
