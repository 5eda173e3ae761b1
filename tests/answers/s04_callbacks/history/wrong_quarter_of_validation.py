# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.few_rows
# only every fourth row of validation
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    x, y = validation
    return model.fit(*train, validation_data=(x[::4], y[::4]), epochs=epochs, verbose=0).history
