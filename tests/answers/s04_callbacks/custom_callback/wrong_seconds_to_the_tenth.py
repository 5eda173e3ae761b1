# fails: test_seconds
# says: rounded
import time

import keras


class Log(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.records = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        seconds = round(time.perf_counter() - self.start, 1)
        self.records.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": seconds})


def train_and_log(model, train, epochs):
    log = Log()
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
