# fails: test_stops
# says: single epoch, max_epochs
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*train, validation_data=validation, callbacks=[stopper], verbose=0).history
