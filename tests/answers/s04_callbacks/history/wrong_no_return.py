# fails: test_keys
# diagnosis: expect.CALL.no_return
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
