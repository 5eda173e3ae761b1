# fails: test_stops, test_patience, test_model
# diagnosis: CAUSES.swapped
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*validation, validation_data=train, epochs=max_epochs, callbacks=[stopper], verbose=0).history
