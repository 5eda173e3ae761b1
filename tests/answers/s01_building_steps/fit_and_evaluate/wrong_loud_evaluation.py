# fails: test_quiet_evaluation
# says: verbose=0, evaluate
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(features, labels)
    return history, loss
