# fails: test_records
# diagnosis: expect.FIT.fixed_epochs
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
        self.records.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": seconds})


def train_and_log(model, train, epochs):
    log = Log()
    model.fit(*train, epochs=10, callbacks=[log], verbose=0)
    return log.records
