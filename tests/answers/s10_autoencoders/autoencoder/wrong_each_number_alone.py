# fails: test_code
# diagnosis: NARROWEST.places
# says: 36 numbers
import keras
from keras.layers import Dense, Flatten, Reshape


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential([keras.Input((n_inputs,)), Reshape((n_inputs, 1)), Dense(n_code, activation="relu")])
    model.add(Dense(1, activation="sigmoid"))
    model.add(Flatten())
    model.compile("adam", "binary_crossentropy")
    return model
