# fails: test_best
# diagnosis: CAUSES.watched
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, monitor="loss", save_best_only=True)
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
