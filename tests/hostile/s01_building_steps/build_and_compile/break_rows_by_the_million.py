# tries: to have the judge make a million rows of each row, and one of them again at the end
# earns: nothing
# says: multiplications
import keras
from keras import layers, ops


def build_model(n_features):
    inputs = keras.Input((n_features,))
    x = ops.repeat(layers.Dense(16, activation="relu")(inputs), 1_000_000, axis=0)
    x = ops.mean(ops.reshape(x, (-1, 1_000_000, 16)), axis=1)
    model = keras.Model(inputs, layers.Dense(1)(x))
    model.compile("adam", "mean_squared_error")
    return model
