# fails: test_stops, test_patience, test_max_epochs
# says: the second place of EarlyStopping is min_delta, write patience=patience
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping("val_loss", patience)
    return model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0).history
