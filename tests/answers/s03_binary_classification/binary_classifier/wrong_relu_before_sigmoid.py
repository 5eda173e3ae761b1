# fails: test_sigmoid
# diagnosis: expect.OUTPUT.below
import keras
from keras.layers import Activation, Dense


def build_binary_classifier(n_features):
    model = keras.Sequential([keras.Input((n_features,))])
    for units in (32, 1):
        model.add(Dense(units, activation="relu"))
    model.add(Activation("sigmoid"))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
