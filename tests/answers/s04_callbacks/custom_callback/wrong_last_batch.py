# fails: test_loss
# diagnosis: LOSS.batch
import time

import keras


class Log(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.records = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()
        self.losses = []
        self.seen = 0

    def on_train_batch_end(self, batch, logs=None):
        n = batch + 1
        self.losses.append(n * logs["loss"] - sum(self.losses))

    def on_epoch_end(self, epoch, logs=None):
        record = {"epoch": epoch + 1, "loss": self.losses[-1], "seconds": time.perf_counter() - self.start}
        self.records.append(record)


def train_and_log(model: keras.Model, train, epochs: int) -> list[dict]:
    log = Log()
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
