# fails: test_loss
# diagnosis: LOSS.after
import time

import keras


class Log(keras.callbacks.Callback):
    def __init__(self, train):
        super().__init__()
        self.records, self.train = [], train

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        seconds = time.perf_counter() - self.start
        self.records.append({"epoch": epoch + 1, "loss": self.model.evaluate(*self.train, verbose=0)[0], "seconds": seconds})


def train_and_log(model, train, epochs):
    log = Log(train)
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
