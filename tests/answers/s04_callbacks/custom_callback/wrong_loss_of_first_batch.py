# fails: test_loss
# diagnosis: LOSS.batch
# What logs holds after the first batch of the epoch.
import time

import keras


class Keeper(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.kept = []

    def on_epoch_begin(self, epoch, logs=None):
        self.begin = time.perf_counter()

    def on_train_batch_end(self, batch, logs=None):
        if batch == 0:
            self.loss = logs["loss"]

    def on_epoch_end(self, epoch, logs=None):
        self.kept.append({"epoch": epoch + 1, "loss": self.loss, "seconds": time.perf_counter() - self.begin})


def train_and_log(model: keras.Model, train, epochs: int) -> list[dict]:
    keeper = Keeper()
    model.fit(*train, epochs=epochs, callbacks=[keeper], verbose=0)
    return keeper.kept
