# fails: test_history, test_model
# diagnosis: CAUSES.swapped
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)
    return model.fit(*validation, validation_data=train, epochs=epochs, callbacks=[saver], verbose=0).history
