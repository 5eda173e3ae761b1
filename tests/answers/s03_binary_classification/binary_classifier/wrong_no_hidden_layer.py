# fails: test_beats_a_line
# diagnosis: BENDS.missing
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
