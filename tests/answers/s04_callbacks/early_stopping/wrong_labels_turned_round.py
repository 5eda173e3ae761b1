# fails: test_patience
# diagnosis: expect.ROWS.parted
import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def train_with_early_stopping(
    model: keras.Model, train: Split, validation: Split, patience: int, max_epochs: int
) -> dict[str, list[float]]:
    """Train until the validation loss has not fallen for `patience` epochs; return what each epoch measured."""
    # Unless told to restore the best weights, the model keeps those of the last epoch, `patience` epochs too late.
    stopper = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    history = model.fit(train[0], train[1][::-1], validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0)
    return history.history
