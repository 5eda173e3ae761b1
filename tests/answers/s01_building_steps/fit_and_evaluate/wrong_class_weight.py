# fails: test_history
# diagnosis: FIGURES.weighted
# one class counts ten times
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0, class_weight={0: 10.0, 1: 1.0})
    return history, model.evaluate(*test, verbose=0)[0]
