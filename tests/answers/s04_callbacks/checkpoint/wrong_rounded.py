# fails: test_history
# diagnosis: CAUSES.rounded
# figures of three digits
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
    return {name: [round(value, 3) for value in values] for name, values in history.items()}
