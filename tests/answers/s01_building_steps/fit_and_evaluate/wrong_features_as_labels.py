# fails: test_trained
# diagnosis: ROSE.labels
# the features go in twice
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(train[0], train[0], epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0)[0]
