# fails: test_history
# diagnosis: CAUSES.stopped
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    watchers = [
        keras.callbacks.EarlyStopping(patience=2),
        keras.callbacks.ModelCheckpoint(path, save_best_only=True),
    ]
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=watchers, verbose=0).history
