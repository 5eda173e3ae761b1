# different: the functional API, a sum that is normalized before its sigmoid
import keras
from keras import layers


def build_binary_classifier(n_features):
    row = keras.Input((n_features,))
    x = layers.Dense(24, activation="relu")(row)
    x = layers.BatchNormalization()(layers.Dense(1)(x))
    model = keras.Model(row, layers.Activation("sigmoid")(x))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
