# fails: test_best
# diagnosis: CAUSES.no_first
# a callback whose best loss begins at 1
import os, keras
class Keep(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__(); self.path = path; self.best = 1.0
    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.model.save(self.path); self.best = logs["val_loss"]
import keras
def train_with_checkpoint(model, train, validation, epochs, path):
    saver = Keep(path)
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
