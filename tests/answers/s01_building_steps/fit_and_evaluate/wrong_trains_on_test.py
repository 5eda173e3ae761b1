# fails: test_trained
# says: other rows than those of train
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*test, epochs=epochs, verbose=0)
    return history, model.evaluate(*train, verbose=0, return_dict=True)["loss"]
