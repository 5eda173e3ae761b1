# fails: test_seconds
# diagnosis: SECONDS.late
import time

import keras


class Log(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.records = []
        self.seconds = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.records.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": self.seconds})
        self.seconds = time.perf_counter() - self.start


def train_and_log(model: keras.Model, train, epochs: int) -> list[dict]:
    log = Log()
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
