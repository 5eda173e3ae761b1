# fails: test_last_epoch
# diagnosis: FIGURES.same
# Returns the lowest validation loss so far instead of each epoch's.
import keras
import numpy as np


def train_with_history(model: keras.Model, train, validation, epochs: int) -> dict[str, list[float]]:
    """Compile and train the model; return loss and accuracy of each epoch, on `train` and on `validation`."""
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)

    measured = dict(history.history)
    measured["val_loss"] = np.minimum.accumulate(measured["val_loss"]).tolist()
    return measured
