# fails: test_stops, test_patience
# diagnosis: CAUSES.epochs
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*train, validation_data=validation, epochs=5, callbacks=[stopper], verbose=0).history
