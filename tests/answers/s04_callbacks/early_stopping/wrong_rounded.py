# fails: test_patience, test_model
# diagnosis: CAUSES.rounded
# figures of three digits
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    history = model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0).history
    return {name: [round(value, 3) for value in values] for name, values in history.items()}
