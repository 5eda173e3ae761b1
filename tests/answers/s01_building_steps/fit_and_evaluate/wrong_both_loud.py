# fails: test_quiet_evaluation
# diagnosis: BARS.otherwise
# predict shows a bar, and evaluate, too
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs)
    model.predict(test[0])
    return history, model.evaluate(*test, return_dict=True)["loss"]
