# fails: test_patience
# diagnosis: expect.COMPILE.again
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    model.compile(keras.optimizers.SGD(0.41), "binary_crossentropy", metrics=["accuracy"])
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0).history
