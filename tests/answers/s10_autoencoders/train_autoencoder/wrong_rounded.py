# fails: test_target, test_validation
# diagnosis: ERROR.rounded
# the losses are rounded
import keras
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    history = autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0).history
    return {name: np.round(history[name], 3).tolist() for name in history}
