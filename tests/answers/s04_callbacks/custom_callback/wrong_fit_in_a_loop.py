# fails: test_records, test_trained
# diagnosis: expect.FIT.again
# fit goes over all epochs in each round of a loop
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
    for _ in range(2):
        model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
