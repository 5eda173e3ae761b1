# fails: test_trained
# says: swapped, features first
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(labels, features, epochs=epochs)
    loss, accuracy = model.evaluate(features, labels, verbose=0)
    return history, loss
