# fails: test_file
# diagnosis: CAUSES.name
# an own callback writes to a name of its own
import os

import keras


class Keep(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path, self.best = path, float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best = logs["val_loss"]
            self.model.save(self.path)


def train_with_checkpoint(model, train, validation, epochs, path):
    watch = Keep(os.path.join(os.path.dirname(path), "best.keras"))
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[watch], verbose=0).history
