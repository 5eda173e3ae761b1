# fails: test_history
# diagnosis: LISTS.third
# epochs is taken for the size of a batch
import keras
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    return autoencoder.fit(train, train, epochs, validation_data=(validation, validation), verbose=0).history
