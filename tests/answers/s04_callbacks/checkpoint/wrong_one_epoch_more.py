# fails: test_best, test_history, test_model
# diagnosis: CAUSES.asked
# one epoch too many
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*train, validation_data=validation, epochs=epochs + 1, callbacks=[saver], verbose=0).history
