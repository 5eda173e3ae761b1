# different: a callback of its own that sets stop_training
import keras


class Patient(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.left = self.patience = patience
        self.lowest = float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.lowest:
            self.lowest, self.left = logs["val_loss"], self.patience
        else:
            self.left -= 1
        self.model.stop_training = self.left <= 0


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    model.fit(*train, epochs=max_epochs, validation_data=validation, callbacks=[Patient(patience)], verbose=0)
    return model.history.history
