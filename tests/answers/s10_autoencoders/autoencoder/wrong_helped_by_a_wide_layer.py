# fails: test_code
# diagnosis: THROUGH.beside
import keras
from keras.layers import Add, Dense


def build_autoencoder(n_inputs=100, n_code=4):
    rows = keras.Input((n_inputs,))
    code = Dense(n_code, activation="relu")(rows)
    helped = Add()([Dense(64, activation="relu")(code), Dense(64, activation="relu")(rows)])
    model = keras.Model(rows, Dense(n_inputs, activation="sigmoid")(helped))
    model.compile("adam", "mse")
    return model
