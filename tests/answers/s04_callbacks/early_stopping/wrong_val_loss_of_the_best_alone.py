# fails: test_history
# diagnosis: expect.HISTORY.skipped
# one of the two lists is cut after the best epoch
import keras
import numpy as np


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stop = keras.callbacks.EarlyStopping(patience=patience)
    found = model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stop], verbose=0).history
    found["val_loss"] = found["val_loss"][: int(np.argmin(found["val_loss"])) + 1]
    return found
