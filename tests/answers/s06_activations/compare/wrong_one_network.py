# fails: test_same_start
# diagnosis: SEEDS.one_network
import keras
import numpy as np
import pandas as pd


def get_model(activation, n_features):
    keras.utils.set_random_seed(1)
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


def compare_activations(activations, train, validation, epochs):
    curves = {}
    model = get_model(activations[0], train[0].shape[1])
    for activation in activations:
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        curves[activation] = history.history["val_loss"]
    return pd.DataFrame(curves)
