# fails: test_pair
# diagnosis: FIRST.told
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs - 1, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
