# fails: test_stops
# diagnosis: CAUSES.total
import keras


class Stopper(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.best, self.bad = patience, float("inf"), 0

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best = logs["val_loss"]
        else:
            self.bad += 1
        if self.bad >= self.patience:
            self.model.stop_training = True


def train_with_early_stopping(
    model: keras.Model, train, validation, patience: int, max_epochs: int
) -> dict[str, list[float]]:
    return model.fit(
        *train, validation_data=validation, epochs=max_epochs, callbacks=[Stopper(patience)], verbose=0
    ).history
