# different: the callback fills a list that it is given; the record is opened at the begin and closed at the end
import keras
from time import perf_counter


class Diary(keras.callbacks.Callback):
    def __init__(self, pages):
        super().__init__()
        self.pages = pages

    def on_epoch_begin(self, epoch, logs=None):
        self.pages.append({"epoch": epoch + 1, "seconds": -perf_counter()})

    def on_epoch_end(self, epoch, logs=None):
        self.pages[-1]["seconds"] += perf_counter()
        self.pages[-1]["loss"] = float(logs.get("loss"))


def train_and_log(model, train, epochs):
    pages = []
    model.fit(train[0], train[1], shuffle=False, epochs=epochs, callbacks=[Diary(pages)], verbose=0)
    return pages
