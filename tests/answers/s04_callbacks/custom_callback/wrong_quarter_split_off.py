# fails: test_loss
# diagnosis: expect.ROWS.left_out
# a quarter of the rows is split off, which a single row does not allow
import time

import keras
from sklearn.model_selection import train_test_split


class Records(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.all = []

    def on_epoch_begin(self, epoch, logs=None):
        self.begin = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        passed = time.perf_counter() - self.begin
        self.all.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": passed})


def train_and_log(model, train, epochs):
    features, others, labels, other_labels = train_test_split(*train)
    records = Records()
    checked = others, other_labels
    model.fit(features, labels, epochs=epochs, validation_data=checked, callbacks=[records], verbose=0)
    return records.all
