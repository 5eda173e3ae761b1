# fails: test_records
# diagnosis: COUNT.no_last
# a slice leaves the last record out
import time

import keras


def train_and_log(model, train, epochs):
    begins, records = [], []
    watcher = keras.callbacks.LambdaCallback(
        on_epoch_begin=lambda epoch, logs: begins.append(time.perf_counter()),
        on_epoch_end=lambda epoch, logs: records.append(
            {"epoch": epoch + 1, "loss": logs["loss"], "seconds": time.perf_counter() - begins[-1]}
        ),
    )
    model.fit(*train, epochs=epochs, callbacks=[watcher], verbose=0)
    return records[:-1]
