# fails: test_beats_a_line, test_learns
# diagnosis: BENDS.constant
import keras


def build_binary_classifier(n_features):
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(16, activation="relu", kernel_initializer="zeros"))
    model.add(keras.layers.Dense(1, activation="sigmoid", kernel_initializer="zeros"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
