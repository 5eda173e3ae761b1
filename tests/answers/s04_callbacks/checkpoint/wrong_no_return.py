# fails: test_history
# diagnosis: expect.CALL.no_return
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0)
