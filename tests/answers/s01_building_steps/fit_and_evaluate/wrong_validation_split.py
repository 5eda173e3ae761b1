# fails: test_history
# says: validation_split, all of them
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs, validation_split=0.2, verbose=0)
    return history, model.evaluate(features, labels, verbose=0, return_dict=True)["loss"]
