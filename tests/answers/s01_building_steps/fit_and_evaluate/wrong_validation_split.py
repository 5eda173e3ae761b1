# fails: test_history
# diagnosis: expect.ROWS.held_back
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, validation_split=0.2, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
