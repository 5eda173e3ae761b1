# fails: test_stops, test_patience
# diagnosis: CAUSES.rows
import keras
import numpy as np


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    x = np.concatenate([train[0], validation[0][:1]])
    y = np.concatenate([train[1], validation[1][:1]])
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(
        x, y, batch_size=1, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0
    ).history
