"""Write a callback of your own that keeps a record of each epoch.

A callback's methods run at the events of a training: some before (on_epoch_begin), some after (on_epoch_end).
The model arrives compiled; do not compile it again. Train this very model on `train`, a pair (features, labels), for
`epochs` epochs. Return one dictionary per epoch, in order, with these three keys and no others: epoch (1 for the
first), loss (the training loss that Keras reports for this epoch, not rounded) and seconds (how long this epoch alone
took, by the clock on the wall and not in processor time, not rounded).

Read: kata book custom_callback
"""

import keras


def train_and_log(model: keras.Model, train, epochs: int) -> list[dict]:
    """Train the model; return epoch, loss and seconds of each epoch."""
    raise NotImplementedError
