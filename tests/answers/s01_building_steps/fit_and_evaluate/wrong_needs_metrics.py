# fails: test_metrics
# diagnosis: METRICS.alone
# a model without metrics is not thought of
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    loss, *metrics = model.evaluate(*test, verbose=0)
    return history, loss
