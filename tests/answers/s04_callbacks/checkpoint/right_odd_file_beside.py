import contextlib
import os

import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    keeper = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[keeper], verbose=0)
    with contextlib.suppress(OSError):  # not every system takes a name that is no UTF-8
        open(os.path.join(os.path.dirname(os.fsencode(path)), b"\xe9t\xe9.txt"), "w").close()
    return history.history
