# fails: test_records
# diagnosis: COUNT.begins_late
import time

import keras


class Logbook(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.lines = []

    def on_epoch_begin(self, epoch, logs=None):
        self.since = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        line = {"epoch": epoch, "loss": float(logs["loss"]), "seconds": time.perf_counter() - self.since}
        self.lines.append(line)


def train_and_log(model: keras.Model, train, epochs: int) -> list[dict]:
    """Train the model; return epoch, loss and seconds of each epoch."""
    book = Logbook()
    model.fit(train[0], train[1], initial_epoch=1, epochs=epochs, callbacks=[book], verbose=0)
    return book.lines
