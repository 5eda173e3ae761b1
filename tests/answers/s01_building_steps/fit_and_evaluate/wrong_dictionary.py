# fails: test_pair
# diagnosis: FIRST.dictionary
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    loss = model.evaluate(*test, verbose=0)[0]
    return history.history, loss
