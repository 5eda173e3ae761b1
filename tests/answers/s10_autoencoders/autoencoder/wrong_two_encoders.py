# fails: test_code
# diagnosis: THROUGH.joined
# two models, each with a code of its own
import keras
from keras.layers import Concatenate, Dense


def build_autoencoder(n_inputs=100, n_code=4):
    rows = keras.Input((n_inputs,))
    encoders = [keras.Sequential([keras.Input((n_inputs,)), Dense(n_code, activation="relu")]) for _ in range(2)]
    code = Concatenate()([encoder(rows) for encoder in encoders])
    model = keras.Model(rows, Dense(n_inputs, activation="sigmoid")(code))
    model.compile("adam", "mse")
    return model
