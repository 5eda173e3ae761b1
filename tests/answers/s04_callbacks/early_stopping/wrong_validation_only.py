# fails: test_history
# diagnosis: expect.HISTORY.no_loss
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stopper = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    history = model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0)
    return {"val_loss": history.history["val_loss"]}
