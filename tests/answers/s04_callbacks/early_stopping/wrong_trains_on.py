# fails: test_model
# diagnosis: CAUSES.uncounted
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    history = model.fit(
        *train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0
    ).history
    model.fit(*train, epochs=len(history["loss"]), verbose=0)
    return history
