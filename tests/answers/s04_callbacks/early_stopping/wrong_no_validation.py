# fails: test_history
# says: no validation data
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*train, epochs=max_epochs, callbacks=[stopper], verbose=0).history
