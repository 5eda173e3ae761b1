# fails: test_stops, test_patience, test_model
# diagnosis: CAUSES.again
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    model.compile("adam", "mse")
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0).history
