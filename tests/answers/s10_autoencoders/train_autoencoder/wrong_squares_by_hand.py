# fails: test_trained
# diagnosis: FIGURES.squared
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    figures = {"loss": [], "val_loss": []}
    for _ in range(epochs):
        figures["loss"] += autoencoder.fit(train, train, verbose=0).history["loss"]
        restored = autoencoder.predict(validation, verbose=0)
        figures["val_loss"].append(np.mean((validation - restored) ** 2))
    return figures
