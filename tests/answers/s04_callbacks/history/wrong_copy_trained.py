# fails: test_trained, test_last_epoch
# diagnosis: FIGURES.copy
import keras


def train_with_history(model, train, validation, epochs):
    model = keras.models.clone_model(model)
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
