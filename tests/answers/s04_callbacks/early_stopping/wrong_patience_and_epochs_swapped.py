# fails: test_stops, test_patience, test_max_epochs
# diagnosis: CAUSES.numbers
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=max_epochs)
    return model.fit(*train, validation_data=validation, epochs=patience, callbacks=[stopper], verbose=0).history
