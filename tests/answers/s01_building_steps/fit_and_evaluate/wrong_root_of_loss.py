# fails: test_loss
# diagnosis: LOSS.otherwise
# the root of the loss
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0)[0] ** 0.5
