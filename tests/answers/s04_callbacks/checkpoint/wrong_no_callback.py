# fails: test_file
# diagnosis: CAUSES.alone
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
