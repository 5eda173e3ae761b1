# fails: test_pair
# says: the dictionary of a History, without .history
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    loss = model.evaluate(features, labels, verbose=0)[0]
    return history.history, loss
