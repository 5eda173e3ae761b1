# fails: test_trains, test_beats_a_line, test_learns
# diagnosis: expect.WEIGHTS.zeros, BENDS.constant
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    model = keras.Sequential([keras.Input((n_features,))])
    model.add(Dense(32, activation="relu", kernel_initializer="zeros"))
    model.add(Dense(1, activation="sigmoid", kernel_initializer="zeros"))
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    return model
