# fails: test_file, test_history
# says: .keras, filepath
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path.replace(".keras", ".hd5"), monitor="val_loss", save_best_only=True)
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
