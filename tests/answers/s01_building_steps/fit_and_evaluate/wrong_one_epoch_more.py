# fails: test_epochs
# diagnosis: LENGTH.told
# one epoch more than asked for
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs + 1, verbose=0)
    return history, model.evaluate(*test, verbose=0)[0]
