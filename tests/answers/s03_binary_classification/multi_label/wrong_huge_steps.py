# fails: test_trains
# diagnosis: expect.LEARNING.overshoots
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(n_labels, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=10.0), loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
