# fails: test_pair
# diagnosis: SECOND.otherwise
# the loss as a text
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, f"{model.evaluate(*test, verbose=0)[0]:.4f}"
