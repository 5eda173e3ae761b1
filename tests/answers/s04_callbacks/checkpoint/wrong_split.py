# fails: test_file, test_history
# diagnosis: expect.FIT.split
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)
    return model.fit(*train, validation_split=0.2, epochs=epochs, callbacks=[saver], verbose=0).history
