# fails: test_history
# diagnosis: expect.COUNT.one_epoch
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*train, epochs, validation_data=validation, callbacks=[saver], verbose=0).history
