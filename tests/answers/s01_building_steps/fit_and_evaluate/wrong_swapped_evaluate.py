# fails: test_loss
# diagnosis: TEST_LOSS.swapped
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs)
    loss, accuracy = model.evaluate(test[1], test[0], verbose=0)
    return history, loss
