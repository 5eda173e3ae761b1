# fails: test_history, test_best, test_model
# diagnosis: CAUSES.one
# epochs is left out
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*train, validation_data=validation, callbacks=[saver], verbose=0).history
