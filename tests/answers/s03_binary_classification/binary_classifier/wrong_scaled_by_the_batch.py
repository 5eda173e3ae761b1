# fails: test_shapes
# diagnosis: expect.EACH_ROW.beside
# a layer of its own scales by the batch at hand, at inference, too
import keras
from keras import layers, ops


class Scaled(layers.Layer):
    def call(self, x):
        return (x - ops.mean(x, axis=0)) / (ops.std(x, axis=0) + 0.001)


def build_binary_classifier(n_features):
    hidden = [layers.Dense(16, activation="relu"), Scaled()]
    model = keras.Sequential([keras.Input((n_features,)), *hidden, layers.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
