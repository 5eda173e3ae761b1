# fails: test_metrics
# says: no metrics, the loss alone
# takes the first of a list that is none without metrics
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, model.test_on_batch(*test)[0]
