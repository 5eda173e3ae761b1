# fails: test_measured
# diagnosis: FIGURES.earlier
import keras

record = {key: [] for key in ("loss", "accuracy", "val_loss", "val_accuracy")}


class Recorder(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        for key in record:
            record[key].append(logs[key])


def train_with_history(model: keras.Model, train, validation, epochs: int) -> dict[str, list[float]]:
    """Compile and train the model; return loss and accuracy of each epoch, on `train` and on `validation`."""
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(*train, validation_data=(validation[0], validation[1]), epochs=epochs, callbacks=[Recorder()], verbose=0)
    return record
