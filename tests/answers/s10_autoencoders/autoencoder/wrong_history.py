# fails: test_shapes
# says: keras model
import keras
import numpy as np
from keras.layers import Dense


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential([keras.Input((n_inputs,)), Dense(n_code, activation="relu")])
    model.add(Dense(n_inputs, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    rows = np.random.random((32, n_inputs))
    return model.fit(rows, rows, verbose=0)
