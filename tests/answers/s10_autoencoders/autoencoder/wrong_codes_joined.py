# fails: test_code
# diagnosis: THROUGH.joined
# says: 2 layers of 3, has 6 numbers
import keras
from keras.layers import Concatenate, Dense


def build_autoencoder(n_inputs=100, n_code=4):
    rows = keras.Input((n_inputs,))
    code = Concatenate()([Dense(n_code, activation=name)(rows) for name in ("relu", "sigmoid")])
    model = keras.Model(rows, Dense(n_inputs, activation="sigmoid")(code))
    model.compile("adam", "binary_crossentropy")
    return model
