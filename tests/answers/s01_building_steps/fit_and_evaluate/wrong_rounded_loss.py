# fails: test_loss
# diagnosis: TEST_LOSS.rounded
# the loss is rounded
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, round(model.evaluate(*test, verbose=0)[0], 2)
