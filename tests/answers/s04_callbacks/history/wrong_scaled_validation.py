# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.other_rows
# the validation rows are scaled, which those of train are not
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    x, y = validation
    return model.fit(*train, validation_data=(100 * x, y), epochs=epochs, verbose=0).history
