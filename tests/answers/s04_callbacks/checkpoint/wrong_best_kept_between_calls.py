# fails: test_best
# diagnosis: CAUSES.kept
# The lowest loss is kept in the class from call to call.
import keras


class SaveBest(keras.callbacks.Callback):
    lowest = float("inf")

    def __init__(self, path):
        super().__init__()
        self.path = path

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < SaveBest.lowest:
            SaveBest.lowest = logs["val_loss"]
            self.model.save(self.path)


def train_with_checkpoint(model: keras.Model, train, validation, epochs: int, path: str) -> dict[str, list[float]]:
    """Train the model and leave its best state at `path`; return what each epoch measured."""
    checkpoint = SaveBest(path)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[checkpoint], verbose=0)
    return history.history
