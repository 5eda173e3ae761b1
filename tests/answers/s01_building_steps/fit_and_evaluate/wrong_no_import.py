# fails: test_pair
# says: keras, NameError
def fit_and_evaluate(model, features, labels, epochs) -> tuple[keras.callbacks.History, float]:
    history = model.fit(features, labels, epochs=epochs)
    loss, accuracy = model.evaluate(features, labels, verbose=0)
    return history, loss
