# fails: test_pair
# diagnosis: SECOND.past
# the losses of the training in place of the loss on test
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, history.history["loss"]
