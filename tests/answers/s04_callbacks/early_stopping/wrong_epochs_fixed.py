# fails: test_max_epochs
# diagnosis: CAUSES.epochs
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*train, validation_data=validation, epochs=100, callbacks=[stopper], verbose=0).history
