# different: another callback beside it, named arguments only, returns two lists as tuples of the dictionary
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    callbacks = [
        keras.callbacks.TerminateOnNaN(),
        keras.callbacks.EarlyStopping("val_loss", 0, patience, restore_best_weights=True),
    ]
    fitted = model.fit(
        x=train[0], y=train[1], validation_data=list(validation), epochs=max_epochs, callbacks=callbacks, verbose=0
    )
    return {"loss": fitted.history["loss"], "val_loss": fitted.history["val_loss"]}
