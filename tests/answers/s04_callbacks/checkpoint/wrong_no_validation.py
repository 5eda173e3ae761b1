# fails: test_best, test_history
# diagnosis: CAUSES.unvalidated
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*train, epochs=epochs, callbacks=[saver], verbose=0).history
