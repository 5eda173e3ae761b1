# fails: test_loss
# diagnosis: LOSS.step_before
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
    x, y = train
    model.train_on_batch(x[:8], y[:8])  # the first step is slow: let it be over
    log = Log()
    model.fit(x, y, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
