# fails: test_order, test_loss
# diagnosis: ORDER.sorted, LOSS.backwards
# The records are sorted by falling loss instead of by epoch.
import time

import keras


class EpochRecorder(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.records = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        seconds = time.perf_counter() - self.start
        self.records.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": seconds})


def train_and_log(model: keras.Model, train, epochs: int) -> list[dict]:
    """Train the model; return epoch, loss and seconds of each epoch."""
    recorder = EpochRecorder()
    features, labels = train
    model.fit(features, labels, epochs=epochs, callbacks=[recorder], verbose=0)
    return sorted(recorder.records, key=lambda record: record["loss"], reverse=True)
