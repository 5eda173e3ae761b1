# fails: test_best
# diagnosis: CAUSES.epoch
# an own callback that saves when the accuracy gets better
import keras


class Keep(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path, self.best = path, -1.0

    def on_epoch_end(self, epoch, logs=None):
        if logs.get("val_accuracy", -logs["val_loss"]) > self.best or epoch == 0:
            self.best = logs.get("val_accuracy", -logs["val_loss"])
            self.model.save(self.path)


def train_with_checkpoint(model, train, validation, epochs, path):
    watch = Keep(path)
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[watch], verbose=0).history
