# fails: test_loss
# diagnosis: expect.ROWS.parted
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

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        """Write the record; Keras counts epochs from 0."""
        seconds = time.perf_counter() - self._start
        self.records.append({"epoch": epoch + 1, "loss": (logs or {})["loss"], "seconds": seconds})


def train_and_log(model: keras.Model, train: Split, epochs: int) -> list[dict]:
    """Train the model; return epoch, loss and seconds of each epoch."""
    log = EpochLog()
    model.fit(train[0], train[1][::-1], epochs=epochs, callbacks=[log], verbose=0)
    return log.records
