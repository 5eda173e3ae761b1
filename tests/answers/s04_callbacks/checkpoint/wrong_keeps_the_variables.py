# fails: test_best
# diagnosis: CAUSES.variables
# What is kept of the best epoch are the variables, which go on to the last one.
import keras
import numpy as np


class Best(keras.callbacks.Callback):
    lowest = np.inf

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.lowest:
            self.lowest = logs["val_loss"]
            self.best = list(self.model.weights)


def train_with_checkpoint(model, train, validation, epochs, path):
    best = Best()
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[best], verbose=0)
    for now, then in zip(model.weights, best.best, strict=True):
        now.assign(then)
    model.save(path)
    return history.history
