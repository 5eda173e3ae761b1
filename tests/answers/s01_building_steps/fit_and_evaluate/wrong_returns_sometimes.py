# fails: test_pair
# diagnosis: expect.CALL.no_return
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(*test, verbose=0)
    if epochs > 1:
        return history, loss
