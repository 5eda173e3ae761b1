# fails: test_pair
# diagnosis: FIRST.skips
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, initial_epoch=1, epochs=epochs)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
