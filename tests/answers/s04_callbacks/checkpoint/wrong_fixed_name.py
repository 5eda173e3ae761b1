# fails: test_file
# diagnosis: CAUSES.elsewhere
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint("best_model.keras", save_best_only=True)
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
