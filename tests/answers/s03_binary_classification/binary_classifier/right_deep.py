# different: three hidden layers in a list, the short names, sgd, more metrics than asked for
import keras
from keras import layers


def build_binary_classifier(n_features):
    hidden = [layers.Dense(units, activation="relu") for units in (64, 32, 8)]
    model = keras.Sequential([layers.Input((n_features,)), *hidden, layers.Dense(1, "sigmoid")])
    model.compile("sgd", "bce", metrics=[keras.metrics.AUC(), "acc"])
    return model
