# fails: test_stops, test_patience, test_max_epochs
# diagnosis: CAUSES.upside_down
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(monitor="val_loss", mode="max", patience=patience)
    return model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0).history
