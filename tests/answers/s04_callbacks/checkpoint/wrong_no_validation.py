# fails: test_history
# diagnosis: expect.HISTORY.no_validation
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*train, epochs=epochs, callbacks=[saver], verbose=0).history
