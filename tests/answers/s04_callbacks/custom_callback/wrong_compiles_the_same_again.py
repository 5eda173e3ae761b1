# fails: test_trained
# diagnosis: expect.COMPILE.again
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
    twin = type(model.optimizer).from_config(model.optimizer.get_config())
    model.compile(twin, model.loss)
    model.fit(*train, epochs=epochs, verbose=0, callbacks=[diary])
    return diary.pages
