# fails: test_epochs
# diagnosis: LENGTH.loop
# fit in a loop, with its display on
def fit_and_evaluate(model, train, test, epochs):
    for _ in range(epochs):
        history = model.fit(*train)
    return history, model.evaluate(*test, verbose=0)[0]
