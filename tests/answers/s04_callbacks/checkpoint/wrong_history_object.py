# fails: test_history
# diagnosis: expect.HISTORY.not_a_dict
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    checkpoint = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[checkpoint], verbose=0)
    return history
