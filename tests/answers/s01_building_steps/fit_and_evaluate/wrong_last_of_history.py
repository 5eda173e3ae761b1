# fails: test_loss
# says: last loss of the History, average
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, history.history["loss"][-1]
