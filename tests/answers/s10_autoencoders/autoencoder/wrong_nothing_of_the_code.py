# fails: test_code, test_trains
# diagnosis: THROUGH.beside, expect.LEARNING.nothing_left
# The row itself comes out, and 0 times what the code gives is added to it.
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    row = keras.Input((n_inputs,))
    code = layers.Dense(n_code, activation="relu")(row)
    back = layers.Dense(n_inputs, activation="sigmoid")(code)
    model = keras.Model(row, row + 0.0 * back)
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
