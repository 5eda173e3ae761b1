# fails: test_best, test_history, test_model
# diagnosis: expect.FIT.again
# goes over all epochs twice, and lists both
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    history = {}
    for _ in range(2):
        fit = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0)
        for name, values in fit.history.items():
            history[name] = history.get(name, []) + values
    return history
