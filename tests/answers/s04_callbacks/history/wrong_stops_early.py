# fails: test_one_value_per_epoch
# diagnosis: LENGTHS.stopped
# early stopping on the validation loss, which rises here
import keras


def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(patience=1)
    fit = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=0)
    return fit.history
