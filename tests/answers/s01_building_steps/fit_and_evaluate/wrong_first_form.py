# fails: test_pair
# says: the exercise gives (model, has the exercise changed
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(features, labels, verbose=0)
    return history, loss
