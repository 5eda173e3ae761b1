# fails: test_model
# diagnosis: expect.WEIGHTS.otherwise
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    twin = keras.models.clone_model(model)
    twin.set_weights(model.get_weights())
    twin.compile_from_config(model.get_compile_config())
    stopper = keras.callbacks.EarlyStopping(patience=patience)
    return twin.fit(
        *train, validation_data=validation, epochs=max_epochs, callbacks=[stopper], verbose=0
    ).history
