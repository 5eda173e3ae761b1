# fails: test_epochs
# diagnosis: expect.FIT.again

def fit_and_evaluate(model, train, test, epochs):
    model.fit(*train, verbose=0)
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
