# fails: test_loss
# says: accuracy
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    score = model.evaluate(features, labels, verbose=0)[1]
    return history, score
