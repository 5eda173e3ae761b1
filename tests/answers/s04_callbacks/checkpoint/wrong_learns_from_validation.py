# fails: test_best, test_history, test_model
# diagnosis: CAUSES.learns
# learns from the rows of validation, and validates on them
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*validation, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
