# fails: test_records
# diagnosis: KEYS.more
import time

import keras


class Log(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.records = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        logs["epoch"] = epoch + 1
        logs["seconds"] = time.perf_counter() - self.start
        self.records.append(logs)


def train_and_log(model, train, epochs):
    log = Log()
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
