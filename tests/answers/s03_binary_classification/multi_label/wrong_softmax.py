# fails: test_sigmoids
# says: rows sum to 1, softmax makes the labels exclusive
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(n_labels, activation="softmax"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
