# fails: test_linear_output
# diagnosis: LAST.relu
import keras
from keras.layers import Dense


def build_model(n_features):
    """Without a bias, too, relu is relu."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    x = Dense(1, use_bias=False)(x)
    model = keras.Model(row, keras.ops.relu(x))
    model.compile("adam", "mse")
    return model
