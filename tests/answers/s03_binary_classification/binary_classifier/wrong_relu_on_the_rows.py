# fails: test_beats_a_line
# diagnosis: BENDS.rows
import keras
from keras.layers import Activation, Dense


def build_binary_classifier(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Activation("relu")])
    model.add(Dense(32))
    model.add(Dense(1, activation="sigmoid"))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
