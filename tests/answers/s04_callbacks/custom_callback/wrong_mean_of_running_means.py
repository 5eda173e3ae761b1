# fails: test_loss
# diagnosis: LOSS.running
import time

import keras
import numpy as np


class Keeper(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.kept = []

    def on_epoch_begin(self, epoch, logs=None):
        self.begin = time.perf_counter()
        self.losses = []

    def on_train_batch_end(self, batch, logs=None):
        self.losses.append(logs["loss"])

    def on_epoch_end(self, epoch, logs=None):
        took = time.perf_counter() - self.begin
        self.kept.append({"epoch": epoch + 1, "loss": float(np.mean(self.losses)), "seconds": took})


def train_and_log(model: keras.Model, train, epochs: int) -> list[dict]:
    keeper = Keeper()
    model.fit(*train, epochs=epochs, callbacks=[keeper], verbose=0)
    return keeper.kept
