# fails: test_pair
# diagnosis: FIRST.model
# the model in place of the History
def fit_and_evaluate(model, train, test, epochs):
    model.fit(*train, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(*test, verbose=0)
    return model, loss
