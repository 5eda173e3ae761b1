# fails: test_loss
# diagnosis: LOSS.mean
# the mean loss of all epochs so far
import time

import keras


class Log(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.records, self.losses = [], []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        seconds = time.perf_counter() - self.start
        self.losses.append(logs["loss"])
        mean = sum(self.losses) / len(self.losses)
        self.records.append({"epoch": epoch + 1, "loss": mean, "seconds": seconds})


def train_and_log(model, train, epochs):
    log = Log()
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
