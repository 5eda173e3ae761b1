# fails: test_loss
# diagnosis: TEST_LOSS.first
# evaluated on the first batch of test
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    figures = model.evaluate(*test, batch_size=32, steps=1, verbose=0, return_dict=True)
    return history, figures["loss"]
