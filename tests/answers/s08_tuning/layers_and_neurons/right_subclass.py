# different: a subclassed model, dropout, He initialisation
import keras
from keras import layers


class Tunable(keras.Model):
    def __init__(self, depth, width):
        super().__init__()
        sizes = [16, *(width for _ in range(depth))]
        self.hidden = [layers.Dense(size, activation="relu", kernel_initializer="he_normal") for size in sizes]
        self.rest = layers.Dropout(0.2)
        self.answer = layers.Dense(1, activation=keras.activations.sigmoid)

    def call(self, points):
        for layer in self.hidden:
            points = self.rest(layer(points))
        return self.answer(points)


def create_model(nl=1, nn=256):
    model = Tunable(nl, nn)
    model.build((None, 2))
    model.compile(optimizer="nadam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
