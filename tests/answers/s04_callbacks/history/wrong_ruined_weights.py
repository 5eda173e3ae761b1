# fails: test_trained
# diagnosis: expect.WEIGHTS.not_numbers
import keras


def train_with_history(model, train, validation, epochs):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    history = copy.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    model.set_weights([weight * float("nan") for weight in model.get_weights()])
    return history.history
