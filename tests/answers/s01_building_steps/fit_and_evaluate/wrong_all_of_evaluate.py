# fails: test_pair
# diagnosis: SECOND.metrics
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0)
