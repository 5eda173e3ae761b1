# fails: test_beats_the_majority
# diagnosis: REACH.same
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(keras.layers.Dropout(0.5))
    model.add(Dense(16, kernel_initializer="zeros", trainable=False))
    model.add(Dense(n_labels, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
