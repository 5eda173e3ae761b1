# fails: test_epochs
# diagnosis: LENGTH.skips
# the first half of the epochs is skipped: of a single one, nothing
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, initial_epoch=epochs // 2, epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
