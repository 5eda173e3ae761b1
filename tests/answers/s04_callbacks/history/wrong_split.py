# fails: test_last_epoch, test_measured
# diagnosis: expect.FIT.split
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_split=0.25, epochs=epochs, verbose=0).history
