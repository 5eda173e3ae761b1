# fails: test_output
# diagnosis: OUTPUT.activation
import keras
import numpy as np
import pandas as pd


def get_model(activation, n_features):
    keras.utils.set_random_seed(1)
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(1, activation=activation))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


def compare_activations(activations, train, validation, epochs):
    curves = {}
    for activation in activations:
        model = get_model(activation, train[0].shape[1])
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        curves[activation] = history.history["val_loss"]
    return pd.DataFrame(curves)
