# fails: test_best
# diagnosis: CAUSES.often
# saves after every second batch only
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True, save_freq=2)
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
