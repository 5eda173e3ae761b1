# fails: test_history
# diagnosis: LISTS.one
# only the loss of the last epoch
import keras
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    history = autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0).history
    return {name: history[name][-1] for name in history}
