# fails: test_keys
# diagnosis: NAMES.unvalidated
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, epochs=epochs, verbose=0).history
