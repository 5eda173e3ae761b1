# fails: test_code
# diagnosis: THROUGH.joined
# says: 3 layers of 3, has 9 numbers
# wide layers before and behind the code
import keras
from keras import layers, ops


def build_autoencoder(n_inputs=100, n_code=4):
    rows = keras.Input((n_inputs,))
    wide = layers.Dense(2 * n_inputs, activation="relu")(rows)
    code = ops.concatenate([layers.Activation("tanh")(layers.Dense(n_code)(wide)) for _ in range(3)], axis=1)
    again = layers.Dense(2 * n_inputs, activation="relu")(code)
    model = keras.Model(rows, layers.Dense(n_inputs, activation="sigmoid")(again))
    model.compile("adam", "mse")
    return model
