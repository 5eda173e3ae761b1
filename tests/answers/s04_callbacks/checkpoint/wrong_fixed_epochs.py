# fails: test_history
# diagnosis: expect.FIT.fixed_epochs
import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def train_with_checkpoint(
    model: keras.Model, train: Split, validation: Split, epochs: int, path: str
) -> dict[str, list[float]]:
    """Train the model and leave its best state at `path`; return what each epoch measured."""
    checkpoint = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)
    history = model.fit(*train, validation_data=validation, epochs=12, callbacks=[checkpoint], verbose=0)
    return history.history
