# fails: test_best
# diagnosis: CAUSES.previous
import keras


class Keep(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path, self.last = path, float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.last:
            self.model.save(self.path)
        self.last = logs["val_loss"]


def train_with_checkpoint(model, train, validation, epochs, path):
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[Keep(path)], verbose=0).history
