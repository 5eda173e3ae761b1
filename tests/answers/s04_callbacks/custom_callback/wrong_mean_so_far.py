# fails: test_loss
# diagnosis: LOSS.mean
# the mean loss of all epochs so far
import time

import keras


class Log(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.records = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        seconds = time.perf_counter() - self.start
        before = sum(record["own"] for record in self.records)
        mean = (before + logs["loss"]) / (epoch + 1)
        self.records.append({"epoch": epoch + 1, "loss": mean, "own": logs["loss"], "seconds": seconds})


def train_and_log(model, train, epochs):
    log = Log()
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
