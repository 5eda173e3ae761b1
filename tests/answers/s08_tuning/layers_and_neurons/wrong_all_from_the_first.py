# fails: test_layers
# diagnosis: UNITS.from_first
import keras
from keras.layers import Dense


def create_model(nl=1, nn=256):
    inputs = keras.Input(shape=(2,))
    first = Dense(16, activation="relu")(inputs)
    hidden = first
    for _ in range(nl):
        hidden = Dense(nn, activation="relu")(first)
    outputs = Dense(1, activation="sigmoid")(hidden)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
