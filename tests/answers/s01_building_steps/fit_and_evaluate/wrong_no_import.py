# fails: test_pair
# says: keras, NameError
def fit_and_evaluate(model, train, test, epochs) -> tuple[keras.callbacks.History, float]:
    history = model.fit(*train, epochs=epochs)
    loss, accuracy = model.evaluate(*test, verbose=0)
    return history, loss
