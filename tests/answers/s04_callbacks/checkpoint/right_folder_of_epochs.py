# different: a file for each epoch in a folder of their own, and the best one moved to path
import os

import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    os.mkdir("epochs")
    each = keras.callbacks.ModelCheckpoint("epochs/{epoch:02d}.keras")
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[each], verbose=0).history
    best = history["val_loss"].index(min(history["val_loss"])) + 1
    os.replace(f"epochs/{best:02d}.keras", path)
    return history
