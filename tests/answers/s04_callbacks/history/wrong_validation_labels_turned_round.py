# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.other_labels
# the validation labels are in reverse order
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    x, y = validation
    return model.fit(*train, validation_data=(x, y[::-1]), epochs=epochs, verbose=0).history
