# fails: test_loss
# says: last loss of the History, average
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    return history, history.history["loss"][-1]
