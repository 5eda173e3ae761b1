# fails: test_quiet_evaluation
# diagnosis: BARS.evaluate
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(*test)
    return history, loss
