# fails: test_loss
# diagnosis: LOSS.plain
import time

import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


class EpochLog(keras.callbacks.Callback):
    """Keeps a record of each epoch in `records`."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[dict] = []
        self._start = 0.0

    def on_epoch_begin(self, epoch: int, logs: dict | None = None) -> None:
        """Start the clock."""
        self._start = time.perf_counter()
        self.sum = self.count = self.seen = 0

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        rows = min(32, self.rows - self.seen)
        self.sum += (logs["loss"] * (self.seen + rows) - self.total(batch)) / rows
        self.before = logs["loss"] * (self.seen + rows)
        self.seen += rows
        self.count += 1

    def total(self, batch: int) -> float:
        return self.before if batch else 0.0

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        """Write the record; Keras counts epochs from 0."""
        seconds = time.perf_counter() - self._start
        self.records.append({"epoch": epoch + 1, "loss": self.sum / self.count, "seconds": seconds})


def train_and_log(model: keras.Model, train: Split, epochs: int) -> list[dict]:
    """Train the model; return epoch, loss and seconds of each epoch."""
    log = EpochLog()
    log.rows = len(train[0])
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
