# fails: test_history
# diagnosis: expect.HISTORY.skipped
# says: 10 under loss, 5 under val_loss
# validation_freq lets epochs go by without validation
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    stop = keras.callbacks.EarlyStopping(patience=patience)
    fitted = model.fit(
        *train,
        validation_data=validation,
        validation_freq=patience,
        epochs=max_epochs,
        callbacks=[stop],
        verbose=0,
    )
    return fitted.history
