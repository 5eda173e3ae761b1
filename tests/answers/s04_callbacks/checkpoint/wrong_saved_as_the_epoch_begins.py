# fails: test_best
# diagnosis: CAUSES.begins
# a draft is written in on_epoch_begin, and copied to path when the epoch is better
import shutil

import keras


class Best(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path, self.lowest = path, float("inf")

    def on_epoch_begin(self, epoch, logs=None):
        self.model.save("draft.keras")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.lowest:
            self.lowest = logs["val_loss"]
            shutil.copyfile("draft.keras", self.path)


def train_with_checkpoint(model, train, validation, epochs, path):
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[Best(path)], verbose=0).history
