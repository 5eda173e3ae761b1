# fails: test_history
# diagnosis: expect.HISTORY.not_a_dict
# the History, and not its dictionary
import keras
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    return autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0)
