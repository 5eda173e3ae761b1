# fails: test_beats_a_line, test_learns
# diagnosis: BENDS.bias
# neither of the layers has a bias
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(Dense(16, activation="relu", use_bias=False))
    model.add(Dense(1, activation="sigmoid", use_bias=False))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
