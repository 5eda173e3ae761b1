# different: evaluates in a single step, which is one batch of all rows where no batch_size is given
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    figures = model.evaluate(*test, steps=1, verbose=0, return_dict=True)
    return history, figures["loss"]
