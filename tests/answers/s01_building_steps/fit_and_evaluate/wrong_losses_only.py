# fails: test_pair
# diagnosis: FIRST.otherwise
# a list taken out of the History
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(*test, verbose=0)
    return history.history["loss"], loss
