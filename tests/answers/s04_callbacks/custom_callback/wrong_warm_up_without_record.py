# fails: test_seconds, test_loss, test_trained
# diagnosis: SECONDS.more, LOSS.more, expect.FIT.again
import time

import keras


class EpochLog(keras.callbacks.Callback):
    """Keeps a record of each epoch."""

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
    # the first epoch is slow because the graph is built: do that before the clock runs
    model.fit(features, labels, epochs=1, verbose=0)
    log = EpochLog()
    model.fit(features, labels, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
