# fails: test_file
# diagnosis: CAUSES.other_model
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    other = keras.Sequential([keras.Input((1,)), keras.layers.Dense(4), keras.layers.Dense(1, activation="sigmoid")])
    other.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    return other.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
