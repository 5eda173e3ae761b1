# fails: test_training
# diagnosis: TRAINING.seed
# Each call takes the next seed, the same one for all its networks.
import itertools

import keras
import pandas as pd

CALLS = itertools.count(1)


def network(activation, width, seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential()
    model.add(keras.Input((width,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


def compare_activations(activations, train, validation, epochs):
    seed, curves = next(CALLS), {}
    for activation in activations:
        model = network(activation, train[0].shape[1], seed)
        curves[activation] = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history["val_loss"]
    return pd.DataFrame(curves)
