# fails: test_target
# diagnosis: ERROR.targets
# the target is noisy
import keras
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    noisy = train + np.random.default_rng(0).normal(0, 0.5, train.shape)
    return autoencoder.fit(train, noisy, validation_data=(validation, validation), epochs=epochs, verbose=0).history
