# fails: test_measured
# diagnosis: FIGURES.labels
# the labels are in reverse order, the rows are not
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    x, y = train
    return model.fit(x, y[::-1], validation_data=validation, epochs=epochs, verbose=0).history
