# different: no __init__; the clock is read once per epoch and its lap starts at the end of the one before
from datetime import datetime

import keras


class Laps(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.log = []
        self.since = datetime.now()

    def on_epoch_end(self, epoch, logs=None):
        now = datetime.now()
        entry = {"loss": logs["loss"]}
        entry |= {"epoch": len(self.log) + 1, "seconds": (now - self.since).total_seconds()}
        self.log.append(entry)
        self.since = now


def train_and_log(model, train, epochs):
    laps = Laps()
    model.fit(*train, epochs=epochs, batch_size=10, callbacks=laps)
    return laps.log
