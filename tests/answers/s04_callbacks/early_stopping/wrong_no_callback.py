# fails: test_stops, test_patience
# diagnosis: CAUSES.alone
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*train, validation_data=validation, epochs=max_epochs, verbose=0).history
