# fails: test_code
# diagnosis: NARROWEST.places
# says: 9 numbers
import keras
from keras.layers import Dense, Flatten, Reshape


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential([keras.Input((n_inputs,)), Reshape((-1, 4)), Dense(n_code, activation="relu")])
    model.add(Flatten())
    model.add(Dense(n_inputs, activation="sigmoid"))
    model.compile("adam", "binary_crossentropy")
    return model
