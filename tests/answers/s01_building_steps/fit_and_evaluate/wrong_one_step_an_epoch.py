# fails: test_history
# diagnosis: expect.FIT.steps
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, steps_per_epoch=1, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
