# fails: test_loss
# says: swapped in evaluate
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs)
    loss, accuracy = model.evaluate(labels, features, verbose=0)
    return history, loss
