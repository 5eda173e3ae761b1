# fails: test_epochs
# diagnosis: LENGTH.changed
# only the last epoch is left in the History
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    history.history = {key: values[-1:] for key, values in history.history.items()}
    return history, model.evaluate(*test, verbose=0)[0]
