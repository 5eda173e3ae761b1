# fails: test_epochs
# says: batch_size, epochs=
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs)
    loss, accuracy = model.evaluate(features, labels, verbose=0)
    return history, loss
