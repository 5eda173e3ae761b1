# fails: test_pair
# diagnosis: PAIR.more
# three values
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(*test, verbose=0)
    return history, loss, accuracy
