# fails: test_bends
# diagnosis: CURVES.rows
import keras
from keras.layers import Activation, Dense


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential([keras.Input((n_features,)), Activation("relu")])
    model.add(Dense(16))
    model.add(Dense(n_labels, activation="sigmoid"))
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
