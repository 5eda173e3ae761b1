# fails: test_trained
# diagnosis: ROSE.test
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*test, epochs=epochs, verbose=0)
    return history, model.evaluate(*train, verbose=0, return_dict=True)["loss"]
