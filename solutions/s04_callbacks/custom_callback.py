"""Write a callback of your own that keeps a record of each epoch.

A callback's methods run at the events of a training: some before (on_epoch_begin), some after (on_epoch_end).
The model arrives compiled; do not compile it again. Train this very model on `train`, a pair (features, labels), for
`epochs` epochs. Return one dictionary per epoch, in order, with these three keys and no others: epoch (1 for the
first), loss (the training loss that Keras reports for this epoch, not rounded) and seconds (how long this epoch alone
took, by the clock on the wall and not in processor time, not rounded).

Read: kata book custom_callback
"""

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
    model.fit(*train, epochs=epochs, callbacks=[log], verbose=0)
    return log.records
