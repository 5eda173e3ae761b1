# fails: test_best
# diagnosis: CAUSES.before
# a file for each epoch, beside path; the one before the best is taken, for epochs are counted from 0 in its name
import os
import shutil
import tempfile

import keras
import numpy as np


def train_with_checkpoint(model, train, validation, epochs, path):
    with tempfile.TemporaryDirectory() as folder:
        each = keras.callbacks.ModelCheckpoint(os.path.join(folder, "{epoch:03d}.keras"))
        history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[each], verbose=0)
        best = int(np.argmin(history.history["val_loss"]))
        shutil.copyfile(os.path.join(folder, f"{best:03d}.keras"), path)
    return history.history
