# fails: test_measured
# diagnosis: expect.FIT.fixed_epochs
# three epochs, whatever epochs says
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=3, verbose=0).history
