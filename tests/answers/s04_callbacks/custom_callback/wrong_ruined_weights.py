# fails: test_trained
# diagnosis: expect.WEIGHTS.not_numbers
import time

import keras


class Log(keras.callbacks.Callback):
    def __init__(self, records):
        super().__init__()
        self.records = records

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        seconds = time.perf_counter() - self.start
        self.records.append({"epoch": epoch + 1, "loss": logs["loss"], "seconds": seconds})


def train_and_log(model, train, epochs):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile(keras.optimizers.SGD(0.4), "binary_crossentropy")
    records = []
    copy.fit(*train, epochs=epochs, callbacks=[Log(records)], verbose=0)
    model.set_weights([weight * float("nan") for weight in model.get_weights()])
    return records
