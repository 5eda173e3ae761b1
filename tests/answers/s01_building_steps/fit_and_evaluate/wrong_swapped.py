# fails: test_trained
# diagnosis: ROSE.swapped
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(train[1], train[0], epochs=epochs)
    loss, accuracy = model.evaluate(*test, verbose=0)
    return history, loss
