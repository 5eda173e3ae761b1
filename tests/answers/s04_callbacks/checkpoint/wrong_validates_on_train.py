# fails: test_best, test_history
# diagnosis: CAUSES.on_train
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*train, validation_data=train, epochs=epochs, callbacks=[saver], verbose=0).history
