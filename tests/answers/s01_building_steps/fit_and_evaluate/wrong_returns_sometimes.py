# fails: test_pair
# says: nothing (None), return is missing
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(features, labels, verbose=0)
    if epochs > 1:
        return history, loss
