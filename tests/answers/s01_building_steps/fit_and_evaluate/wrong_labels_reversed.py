# fails: test_history
# diagnosis: expect.ROWS.parted

def fit_and_evaluate(model, train, test, epochs):
    features, labels = train
    history = model.fit(features, labels[::-1], epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
