# different: all models first, then all trainings with the seed set again; batch normalization and dropout
import keras
import pandas as pd
from keras import layers


def build(activation, width):
    keras.utils.set_random_seed(99)
    model = keras.Sequential(
        [
            keras.Input((width,)),
            layers.Dense(32),
            layers.BatchNormalization(),
            layers.Activation(activation),
            layers.Dropout(0.1, seed=5),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile("nadam", "binary_crossentropy")
    return model


def compare_activations(activations, train, validation, epochs):
    features, labels = train
    models = {name: build(name, features.shape[1]) for name in activations}
    curves = pd.DataFrame(index=range(epochs), columns=activations, dtype=float)
    for name, model in models.items():
        keras.utils.set_random_seed(99)
        history = model.fit(features, labels.reshape(-1, 1), validation_data=validation, epochs=epochs, verbose=0)
        curves[name] = history.history["val_loss"]
    return curves
