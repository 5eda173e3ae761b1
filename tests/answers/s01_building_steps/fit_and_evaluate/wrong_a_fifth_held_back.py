# fails: test_history
# diagnosis: FIGURES.part

def fit_and_evaluate(model, train, test, epochs):
    features, labels = train
    most = int(0.8 * len(features))
    history = model.fit(features[:most], labels[:most], epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
