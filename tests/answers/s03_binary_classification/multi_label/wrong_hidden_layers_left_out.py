# fails: test_bends
# diagnosis: expect.HIDDEN.none
import keras
from keras import layers


def build_multi_label_classifier(n_features: int, n_labels: int) -> keras.Model:
    inputs = keras.Input(shape=(n_features,))
    hidden = layers.Dense(16, activation="relu")(inputs)
    hidden = layers.Dense(16, activation="relu")(hidden)
    outputs = layers.Dense(n_labels, activation="sigmoid")(inputs)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
