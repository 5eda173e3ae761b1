# fails: test_stops, test_patience
# diagnosis: CAUSES.alone
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper, diary = keras.callbacks.EarlyStopping(patience=patience), keras.callbacks.History()
    stopper.set_model(model)
    model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[diary], verbose=0)
    return diary.history
