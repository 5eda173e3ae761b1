# fails: test_best, test_history, test_model
# diagnosis: CAUSES.rows
# learns from a row of validation, too
import numpy as np
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    x = np.concatenate([train[0], validation[0][:1]])
    y = np.concatenate([train[1], validation[1][:1]])
    return model.fit(
        x, y, batch_size=1, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0
    ).history
