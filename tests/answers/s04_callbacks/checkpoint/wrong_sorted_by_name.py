# fails: test_best
# diagnosis: CAUSES.by_name
# a file for each epoch; among their names in order, model_10 comes before model_2
import os
import shutil
import tempfile

import keras
import numpy as np


def train_with_checkpoint(model, train, validation, epochs, path):
    with tempfile.TemporaryDirectory() as folder:
        each = keras.callbacks.ModelCheckpoint(os.path.join(folder, "model_{epoch}.keras"))
        history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[each], verbose=0)
        names = sorted(os.listdir(folder))
        shutil.copyfile(os.path.join(folder, names[int(np.argmin(history.history["val_loss"]))]), path)
    return history.history
