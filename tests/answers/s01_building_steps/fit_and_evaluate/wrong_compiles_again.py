# fails: test_history, test_loss
# diagnosis: FIGURES.compiled, TEST_LOSS.compiled
def fit_and_evaluate(model, train, test, epochs):
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    history = model.fit(*train, epochs=epochs, verbose=0)
    loss, accuracy = model.evaluate(*test, verbose=0)
    return history, loss
