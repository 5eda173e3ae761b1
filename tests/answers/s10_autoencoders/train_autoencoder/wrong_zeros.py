# fails: test_target
# diagnosis: ERROR.zeros
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    pair = (validation, validation)
    return autoencoder.fit(train, np.zeros_like(train), validation_data=pair, epochs=epochs, verbose=0).history
