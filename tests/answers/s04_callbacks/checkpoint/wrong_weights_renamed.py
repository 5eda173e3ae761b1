# fails: test_file
# diagnosis: CAUSES.another_format
import os

import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    weights = path.replace(".keras", ".weights.h5")
    saver = keras.callbacks.ModelCheckpoint(weights, save_best_only=True, save_weights_only=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
    os.rename(weights, path)
    return history
