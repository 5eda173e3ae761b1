# fails: test_records
# diagnosis: COUNT.no_first
# a number of 0 counts as none
import time

import keras


class Records(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.all = []

    def on_epoch_begin(self, epoch, logs=None):
        self.begin = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        if not epoch:
            return
        self.all.append({"epoch": epoch, "loss": logs["loss"], "seconds": time.perf_counter() - self.begin})


def train_and_log(model, train, epochs):
    records = Records()
    model.fit(*train, epochs=epochs, callbacks=[records], verbose=0)
    return records.all
