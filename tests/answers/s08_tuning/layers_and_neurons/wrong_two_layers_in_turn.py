# fails: test_layers
# diagnosis: UNITS.shared
# a subclass; two layers take turns
import keras
from keras.layers import Dense


class Network(keras.Model):
    def __init__(self, nl, nn):
        super().__init__()
        self.first = Dense(16, activation="relu")
        self.step = Dense(nn, activation="relu")
        self.even, self.odd = Dense(nn, activation="relu"), Dense(nn, activation="relu")
        self.last = Dense(1, activation="sigmoid")
        self.nl = nl

    def call(self, row):
        row = self.first(row)
        for turn in range(self.nl):
            row = (self.odd if turn % 2 else self.even)(row) if turn else self.step(row)
        return self.last(row)


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    model = Network(nl, nn)
    model.build((None, 2))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
