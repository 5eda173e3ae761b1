# fails: test_bends
# diagnosis: CURVES.narrow
import keras
from keras import layers


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential([keras.Input((n_features,))])
    model.add(layers.Dense(16, activation="relu"))
    model.add(layers.Dense(1))
    model.add(layers.Dense(n_labels, activation="sigmoid"))
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
