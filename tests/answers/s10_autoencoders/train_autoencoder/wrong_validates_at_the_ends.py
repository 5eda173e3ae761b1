# fails: test_trained
# says: after each epoch
# Validated before the first and after the last epoch; a straight line lies between them.
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    before = autoencoder.evaluate(validation, validation, verbose=0)
    losses = autoencoder.fit(train, train, epochs=epochs, verbose=0).history["loss"]
    after = autoencoder.evaluate(validation, validation, verbose=0)
    return {"loss": losses, "val_loss": np.linspace(before, after, epochs + 1)[1:].tolist()}
