# fails: test_order
# diagnosis: ORDER.remade
import time

import keras


class EpochLog(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.records = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        seconds = time.perf_counter() - self.start
        self.records.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": seconds})


def train_and_log(model: keras.Model, train, epochs: int) -> list[dict]:
    """Train the model; return epoch, loss and seconds of each epoch."""
    features, labels = train
    log = EpochLog()
    for _ in range(epochs):
        model.fit(features, labels, epochs=1, callbacks=[log], verbose=0)
    return log.records
