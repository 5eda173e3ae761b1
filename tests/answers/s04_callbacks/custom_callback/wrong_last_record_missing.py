# fails: test_records
# diagnosis: COUNT.late
# the record of an epoch is written when the next one begins
import time

import keras


class Log(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.records = []

    def on_epoch_begin(self, epoch, logs=None):
        if epoch:
            self.records.append({"epoch": epoch, "loss": self.loss, "seconds": self.seconds})
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.loss, self.seconds = logs["loss"], time.perf_counter() - self.start


def train_and_log(model, train, epochs):
    log = Log()
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
