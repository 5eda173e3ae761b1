# fails: test_best
# diagnosis: CAUSES.not_the_last
# The state is looked at when the next epoch begins, so the last epoch is never saved (unless it is the only one).
import keras


class SaveBest(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path = path
        self.losses = []

    def on_epoch_begin(self, epoch, logs=None):
        if self.losses and self.losses[-1] <= min(self.losses):
            self.model.save(self.path)

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs["val_loss"])


def train_with_checkpoint(model: keras.Model, train, validation, epochs: int, path: str) -> dict[str, list[float]]:
    """Train the model and leave its best state at `path`; return what each epoch measured."""
    checkpoint = SaveBest(path)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[checkpoint], verbose=0)
    if epochs == 1:
        model.save(path)
    return history.history
