# fails: test_shapes
# diagnosis: expect.EACH_ROW.beside
# the code is divided by the largest of the batch
import keras
from keras import layers, ops


def build_autoencoder(n_inputs=100, n_code=4):
    rows = keras.Input((n_inputs,))
    code = layers.Dense(n_code, activation="relu")(rows)
    code = code / (1 + ops.max(code, axis=0))
    model = keras.Model(rows, layers.Dense(n_inputs, activation="sigmoid")(code))
    model.compile("adam", "binary_crossentropy")
    return model
