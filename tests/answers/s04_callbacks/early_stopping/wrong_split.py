# fails: test_history
# diagnosis: expect.FIT.split
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*train, validation_split=0.2, epochs=max_epochs, callbacks=[stopper], verbose=0).history
