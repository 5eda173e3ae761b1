# fails: test_code
# diagnosis: THROUGH.beside
# A mean of two numbers in 0..1 lies there, too.
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    rows = keras.Input((n_inputs,))
    code = layers.Dense(n_code, activation="relu")(rows)
    again = layers.Dense(n_inputs, activation="sigmoid")(code)
    again = layers.Average()([again, rows])
    model = keras.Model(rows, again)
    model.compile("adam", "mse")
    return model
