# fails: test_best
# diagnosis: CAUSES.small
# A fall of less than 0.001 does not count.
import keras


class KeepBest(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path, self.best = path, float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best - 1e-3:
            self.best = logs["val_loss"]
            self.model.save(self.path)


def train_with_checkpoint(model, train, validation, epochs, path):
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[KeepBest(path)], verbose=0).history
