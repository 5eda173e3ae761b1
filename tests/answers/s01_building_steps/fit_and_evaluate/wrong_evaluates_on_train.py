# fails: test_loss
# diagnosis: TEST_LOSS.train
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, model.evaluate(*train, verbose=0, return_dict=True)["loss"]
