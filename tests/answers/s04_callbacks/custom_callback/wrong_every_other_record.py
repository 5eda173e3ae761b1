# fails: test_records
# diagnosis: COUNT.lost
# only even epochs are recorded
import time

import keras


class Records(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.all = []

    def on_epoch_begin(self, epoch, logs=None):
        self.begin = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        if epoch % 2:
            seconds = time.perf_counter() - self.begin
            self.all.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": seconds})


def train_and_log(model, train, epochs):
    records = Records()
    model.fit(*train, epochs=epochs, callbacks=[records], verbose=0)
    return records.all
