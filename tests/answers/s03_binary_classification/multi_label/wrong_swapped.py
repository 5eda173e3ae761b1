# fails: test_shapes
# says: n_labels, n_features
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_labels,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(n_features, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
