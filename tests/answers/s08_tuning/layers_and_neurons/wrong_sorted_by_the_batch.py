# fails: test_layers, test_no_layers
# diagnosis: expect.EACH_ROW.beside
import keras
from keras import layers, ops


def create_model(nl=1, nn=256):
    rows = keras.Input((2,))
    x = layers.Dense(16, activation="relu")(rows)
    for _ in range(nl):
        x = layers.Dense(nn, activation="relu")(x)
    model = keras.Model(rows, layers.Dense(1, activation="sigmoid")(ops.sort(x, axis=0)))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
