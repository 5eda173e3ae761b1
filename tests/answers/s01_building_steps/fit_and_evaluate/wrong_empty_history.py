# fails: test_pair
# diagnosis: FIRST.empty
# a new History, which holds nothing
import keras


def fit_and_evaluate(model, train, test, epochs):
    history = keras.callbacks.History()
    model.fit(*train, epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0)[0]
