# fails: test_trained
# diagnosis: expect.WEIGHTS.not_numbers
import keras


def fit_and_evaluate(model, train, test, epochs):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile("adam", loss=model.loss, metrics=["accuracy"])
    history = copy.fit(*train, epochs=epochs, verbose=0)
    loss, accuracy = copy.evaluate(*test, verbose=0)
    model.set_weights([weight * float("nan") for weight in model.get_weights()])
    return history, loss
