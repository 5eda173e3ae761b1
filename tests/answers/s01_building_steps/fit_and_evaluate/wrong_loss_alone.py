# fails: test_pair
# diagnosis: PAIR.number
# the History is not returned
def fit_and_evaluate(model, train, test, epochs):
    model.fit(*train, epochs=epochs, verbose=0)
    return model.evaluate(*test, verbose=0)[0]
