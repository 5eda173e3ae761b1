# fails: test_metrics
# says: more comes back
# either the loss alone, or the loss and one metric
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    loss = model.evaluate(*test, verbose=0)
    if isinstance(loss, list):
        loss, accuracy = loss
    return history, loss
