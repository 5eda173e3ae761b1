# fails: test_epochs
# diagnosis: LENGTH.third
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs)
    loss, accuracy = model.evaluate(*test, verbose=0)
    return history, loss
