# different: the callback only keeps times; losses come from the History, and zip joins them
import time

import keras
import numpy as np


class Stopwatch(keras.callbacks.Callback):
    def __init__(self):
        self.begins, self.ends = [], []

    def on_epoch_begin(self, epoch, logs=None):
        self.begins.append(time.monotonic_ns())

    def on_epoch_end(self, epoch, logs=None):
        self.ends.append(time.monotonic_ns())


def train_and_log(model, train, epochs):
    watch = Stopwatch()
    losses = model.fit(*train, epochs=epochs, callbacks=[watch], verbose=0).history["loss"]
    seconds = (np.array(watch.ends) - np.array(watch.begins)) / 1e9
    return [
        {"epoch": number, "loss": loss, "seconds": spent}
        for number, (loss, spent) in enumerate(zip(losses, seconds), start=1)
    ]
