# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.swapped
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*validation, validation_data=train, epochs=epochs, verbose=0).history
