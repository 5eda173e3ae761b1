# fails: test_loss
# diagnosis: expect.ROWS.held_back
# validation_split keeps a fifth of the rows from the training
import time

import keras


class Records(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.all = []

    def on_epoch_begin(self, epoch, logs=None):
        self.begin = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        passed = time.perf_counter() - self.begin
        self.all.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": passed})


def train_and_log(model, train, epochs):
    records = Records()
    model.fit(*train, epochs=epochs, validation_split=0.2, callbacks=[records], verbose=0)
    return records.all
