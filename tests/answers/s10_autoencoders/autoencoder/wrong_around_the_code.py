# fails: test_code
# diagnosis: THROUGH.beside
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    row = keras.Input((n_inputs,))
    code = layers.Dense(n_code, activation="relu")(row)
    both = layers.Concatenate()([row, code])
    model = keras.Model(row, layers.Dense(n_inputs, activation="sigmoid")(both))
    model.compile("adam", "binary_crossentropy")
    return model
