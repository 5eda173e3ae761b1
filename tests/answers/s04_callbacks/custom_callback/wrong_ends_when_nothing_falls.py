# fails: test_loss
# diagnosis: COUNT.stopped
import time

import keras


class Diary(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.pages = []

    def on_epoch_begin(self, number, logs=None):
        self.since = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        spent = time.perf_counter() - self.since
        self.pages.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": spent})


def train_and_log(model, train, epochs):
    diary = Diary()
    model.fit(*train, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping("loss", patience=2), diary])
    return diary.pages
