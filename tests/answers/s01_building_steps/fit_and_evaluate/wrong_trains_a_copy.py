# fails: test_trained
# diagnosis: STILL.copy
import keras


def fit_and_evaluate(model, train, test, epochs):
    copy = keras.models.clone_model(model)
    copy.compile(optimizer="adam", loss=model.loss, metrics=["accuracy"])
    history = copy.fit(*train, epochs=epochs, verbose=0)
    loss, accuracy = copy.evaluate(*test, verbose=0)
    return history, loss
