# fails: test_pair
# diagnosis: PAIR.history
# the loss is not returned
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    model.evaluate(*test, verbose=0)
    return history
