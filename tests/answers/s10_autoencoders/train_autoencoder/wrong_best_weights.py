# fails: test_trained
# diagnosis: FIGURES.weights
# the weights of the best epoch are put back
import keras
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    losses = {"loss": [], "val_loss": []}
    for _ in range(epochs):
        history = autoencoder.fit(train, train, validation_data=(validation, validation), verbose=0).history
        if history["val_loss"][0] < min(losses["val_loss"], default=np.inf):
            best = autoencoder.get_weights()
        for name in losses:
            losses[name] += history[name]
    autoencoder.set_weights(best)
    return losses
