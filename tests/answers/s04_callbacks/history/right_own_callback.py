# different: a callback collects the figures, column labels, training steps without shuffling
import keras


class Collector(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.table = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}

    def on_epoch_end(self, epoch, logs=None):
        for key in self.table:
            self.table[key].append(logs[key])


def train_with_history(model, train, validation, epochs):
    collector = Collector()
    model.compile(optimizer="nadam", loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(
        train[0],
        train[1].reshape(-1, 1),
        epochs=epochs,
        shuffle=False,
        validation_data=(validation[0], validation[1].reshape(-1, 1)),
        callbacks=[collector],
        verbose=0,
    )
    return collector.table
