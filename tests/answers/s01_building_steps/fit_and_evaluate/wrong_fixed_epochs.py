# fails: test_epochs
# diagnosis: expect.FIT.fixed_epochs
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=10, verbose=0)
    loss, accuracy = model.evaluate(*test, verbose=0)
    return history, loss
