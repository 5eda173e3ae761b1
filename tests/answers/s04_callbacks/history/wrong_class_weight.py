# fails: test_measured
# diagnosis: FIGURES.weighted
# rows of class 1 count three times
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    weights = {0: 1.0, 1: 3.0}
    fit = model.fit(*train, validation_data=validation, epochs=epochs, class_weight=weights, verbose=0)
    return fit.history
