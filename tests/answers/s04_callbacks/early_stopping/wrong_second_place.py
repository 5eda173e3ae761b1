# fails: test_stops, test_patience, test_max_epochs
# diagnosis: CAUSES.second
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping("val_loss", patience)
    return model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0).history
