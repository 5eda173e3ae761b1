# fails: test_max_epochs
# diagnosis: CAUSES.min_delta
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, min_delta=1e-5)
    return model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0).history
