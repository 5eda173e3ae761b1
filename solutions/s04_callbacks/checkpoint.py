"""Keep the best model of a training in a file.

The model arrives compiled; do not compile it again. Train this very model on `train` for `epochs` epochs and
validate it on `validation` after each; both are pairs (features, labels). In the end a Keras archive with the whole
model, compiled as it came, stands at `path`, which ends in .keras. Its weights are those after the epoch with the
lowest validation loss of this call; the state of its optimizer may be that of another epoch. It replaces any file that
is already there.
Return the dictionary of what each epoch measured, by the names that fit gives: both losses, and the model's metrics on
`train` and on `validation`.

Read: kata book checkpoint
"""

import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def train_with_checkpoint(
    model: keras.Model, train: Split, validation: Split, epochs: int, path: str
) -> dict[str, list[float]]:
    """Train the model and leave its best state at `path`; return what each epoch measured."""
    checkpoint = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[checkpoint], verbose=0)
    return history.history
