# different: arrays in place of lists
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    run = autoencoder.fit(train, train, epochs=epochs, validation_data=(validation, validation), verbose=0)
    return {key: np.array(run.history[key]) for key in ("loss", "val_loss")}
