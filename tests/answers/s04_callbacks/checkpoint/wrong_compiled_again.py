# fails: test_history, test_model
# diagnosis: CAUSES.again
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
