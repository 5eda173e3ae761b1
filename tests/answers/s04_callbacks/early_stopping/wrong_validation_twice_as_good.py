# fails: test_model, test_patience, test_stops
# diagnosis: expect.ROWS.left_out
import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def train_with_early_stopping(
    model: keras.Model, train: Split, validation: Split, patience: int, max_epochs: int
) -> dict[str, list[float]]:
    """Train until the validation loss has not fallen for `patience` epochs; return what each epoch measured."""
    # Unless told to restore the best weights, the model keeps those of the last epoch, `patience` epochs too late.
    stopper = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    history = model.fit(*train, validation_data=(validation[0][: max(1, len(validation[0]) // 2)], validation[1][: max(1, len(validation[0]) // 2)]), epochs=max_epochs, callbacks=[stopper], verbose=0)
    return history.history
