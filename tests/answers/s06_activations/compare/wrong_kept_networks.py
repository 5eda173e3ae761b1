# fails: test_training
# diagnosis: TRAINING.network
# The networks are kept by activation and width, so that a second call trains them further.
import keras
import pandas as pd

NETWORKS = {}


def network(activation, width):
    keras.utils.set_random_seed(1)
    if (activation, width) not in NETWORKS:
        model = keras.Sequential(
            [
                keras.Input((width,)),
                keras.layers.Dense(16, activation=activation),
                keras.layers.Dense(1, activation="sigmoid"),
            ]
        )
        model.compile(optimizer="adam", loss="binary_crossentropy")
        NETWORKS[activation, width] = model
    return NETWORKS[activation, width]


def compare_activations(activations, train, validation, epochs):
    curves = {}
    for activation in activations:
        fitted = network(activation, train[0].shape[1]).fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        curves[activation] = fitted.history["val_loss"]
    return pd.DataFrame(curves)
