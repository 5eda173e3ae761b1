# fails: test_trained
# diagnosis: STILL.held
# the model is frozen before fit
def fit_and_evaluate(model, train, test, epochs):
    model.trainable = False
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0)[0]
