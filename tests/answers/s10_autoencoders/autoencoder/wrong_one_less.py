# fails: test_code
# diagnosis: WIDTH.sizes
# Rows of more than sixty numbers get a code of one number less.
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs=100, n_code=4):
    code = max(n_code - n_inputs // 61, 1)
    hidden = [Dense(width, activation="relu") for width in (code + 8, code, code + 8)]
    model = keras.Sequential([keras.Input((n_inputs,)), *hidden, Dense(n_inputs, activation="sigmoid")])
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
