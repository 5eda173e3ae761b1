# fails: test_history
# says: compiled again, optimizer
def fit_and_evaluate(model, features, labels, epochs):
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(features, labels, verbose=0)
    return history, loss
