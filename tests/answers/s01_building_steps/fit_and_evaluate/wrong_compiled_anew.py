# fails: test_history
# diagnosis: FIGURES.compiled

def fit_and_evaluate(model, train, test, epochs):
    model.compile(optimizer="adam", loss=model.loss, metrics=["accuracy"])
    history = model.fit(*train, epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
