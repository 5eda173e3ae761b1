# fails: test_pair
# says: every metric, one number
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    return history, model.evaluate(features, labels, verbose=0)
