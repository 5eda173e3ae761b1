# fails: test_file
# diagnosis: CAUSES.uncompiled
import keras


def train_with_checkpoint(model: keras.Model, train, validation, epochs: int, path: str) -> dict[str, list[float]]:
    stop = keras.callbacks.EarlyStopping(patience=epochs, restore_best_weights=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=0).history
    bare = keras.Model(model.inputs, model.outputs)
    bare.save(path)
    return history
