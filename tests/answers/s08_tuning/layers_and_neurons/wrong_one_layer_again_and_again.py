# fails: test_layers
# diagnosis: UNITS.shared
import keras
from keras.layers import Dense


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    inputs = keras.Input(shape=(2,))
    row = Dense(16, activation="relu")(inputs)
    if nl > 0:
        row = Dense(nn, activation="relu")(row)
    again = Dense(nn, activation="relu")
    for _ in range(1, nl):
        row = again(row)
    model = keras.Model(inputs, Dense(1, activation="sigmoid")(row))
    model.compile("nadam", "binary_crossentropy", metrics=["accuracy"])
    return model
