# fails: test_best, test_history
# diagnosis: CAUSES.skipped, expect.HISTORY.skipped
# validates after each fifth epoch only; the one before the best is among them
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    best = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)
    rare = min(epochs, 5)
    return model.fit(
        *train, validation_data=validation, validation_freq=rare, epochs=epochs, callbacks=[best], verbose=0
    ).history
