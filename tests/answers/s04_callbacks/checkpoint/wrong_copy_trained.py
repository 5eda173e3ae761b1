# fails: test_model
# diagnosis: expect.WEIGHTS.otherwise
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    twin = keras.models.clone_model(model)
    twin.set_weights(model.get_weights())
    twin.compile_from_config(model.get_compile_config())
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return twin.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
