# fails: test_bends
# diagnosis: CURVES.bias
# neither of the layers has a bias
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(Dense(16, activation="relu", use_bias=False))
    model.add(Dense(n_labels, activation="sigmoid", use_bias=False))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
