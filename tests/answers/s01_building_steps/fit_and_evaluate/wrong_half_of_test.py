# fails: test_loss
# diagnosis: TEST_LOSS.part
# evaluated on the first half of test
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    features, labels = test
    half = len(features) // 2
    return history, model.evaluate(features[:half], labels[:half], verbose=0)[0]
