"""Stop the training when the validation loss no longer falls.

The model arrives compiled; do not compile it again. Train this very model on `train` and validate it on `validation`
after each epoch; both are pairs (features, labels). Stop after `patience` epochs in a row without a validation
loss below the best so far; any fall counts, however small. Train for at most `max_epochs` epochs. Return the
dictionary of what each epoch measured; its lists loss and val_loss are what counts. Whether the model then keeps its
last weights or gets its best ones back is up to you.

Read: kata book early_stopping
"""

import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def train_with_early_stopping(
    model: keras.Model, train: Split, validation: Split, patience: int, max_epochs: int
) -> dict[str, list[float]]:
    """Train until the validation loss has not fallen for `patience` epochs; return what each epoch measured."""
    # Unless told to restore the best weights, the model keeps those of the last epoch, `patience` epochs too late.
    stopper = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    history = model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0)
    return history.history
