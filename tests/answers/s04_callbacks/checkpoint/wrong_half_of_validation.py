# fails: test_best, test_history
# diagnosis: CAUSES.validated
# validates on the first half only
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    half = [part[: len(part) // 2] for part in validation]
    return model.fit(*train, validation_data=half, epochs=epochs, callbacks=[saver], verbose=0).history
