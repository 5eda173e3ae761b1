# fails: test_sigmoid
# diagnosis: expect.OUTPUT.cut
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    row = keras.Input((n_features,))
    both = Dense(2, activation="softmax")(Dense(32, activation="relu")(row))
    model = keras.Model(row, both[:, 1:])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
