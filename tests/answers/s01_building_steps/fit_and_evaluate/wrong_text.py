# fails: test_pair
# diagnosis: PAIR.otherwise
# a sentence in place of the two
def fit_and_evaluate(model, train, test, epochs):
    model.fit(*train, epochs=epochs, verbose=0)
    return f"loss: {model.evaluate(*test, verbose=0)[0]}"
