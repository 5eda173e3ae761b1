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

import os

import keras


def train_with_checkpoint(model: keras.Model, train, validation, epochs: int, path: str) -> dict[str, list[float]]:
    """Train the model and leave its best state at `path`; return what each epoch measured."""
    best_model = os.path.splitext(path)[0] + ".hd5"
    checkpoint = keras.callbacks.ModelCheckpoint(best_model, monitor="val_loss")
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[checkpoint], verbose=0)
    return history.history
