# fails: test_one_value_per_epoch
# diagnosis: expect.FIT.again
import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def train_with_history(model: keras.Model, train: Split, test: Split, epochs: int) -> dict[str, list[float]]:
    """Compile and train the model; return loss and accuracy of each epoch, on `train` and on `test`."""
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    history = model.fit(*train, validation_data=test, epochs=epochs, verbose=0)
    history = model.fit(*train, validation_data=test, epochs=epochs, verbose=0)
    return history.history
