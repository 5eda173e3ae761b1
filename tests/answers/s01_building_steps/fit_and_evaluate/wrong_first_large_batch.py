# fails: test_metrics
# says: first 64 rows, 70
# evaluated on the first batch of test, which is a large one
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    features, labels = test
    figures = model.test_on_batch(features[:64], labels[:64], return_dict=True)
    return history, figures["loss"]
