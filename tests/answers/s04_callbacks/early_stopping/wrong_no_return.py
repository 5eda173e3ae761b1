# fails: test_history
# diagnosis: expect.CALL.no_return
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0)
