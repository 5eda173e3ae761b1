# fails: test_loss
# diagnosis: TEST_LOSS.past
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, history.history["loss"][-1]
