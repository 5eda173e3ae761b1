# fails: test_loss
# diagnosis: TEST_LOSS.accuracy
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    score = model.evaluate(*test, verbose=0)[1]
    return history, score
