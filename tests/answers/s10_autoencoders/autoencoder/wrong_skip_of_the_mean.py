# fails: test_code
# diagnosis: THROUGH.beside
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    rows = keras.Input((n_inputs,))
    code = layers.Dense(n_code, activation="relu")(rows)
    mean = keras.ops.mean(rows, axis=1, keepdims=True)
    again = layers.Dense(n_inputs, activation="sigmoid")(layers.Concatenate()([code, mean]))
    model = keras.Model(rows, again)
    model.compile("adam", "mse")
    return model
