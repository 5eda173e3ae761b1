# fails: test_loss
# diagnosis: LOSS.backwards
# the losses of the History, in reverse order
import time

import keras


class Log(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.records = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        seconds = time.perf_counter() - self.start
        self.records.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": seconds})


def train_and_log(model, train, epochs):
    log = Log()
    losses = model.fit(*train, epochs=epochs, callbacks=[log], verbose=0).history["loss"][::-1]
    return [{**record, "loss": loss} for record, loss in zip(log.records, losses)]
