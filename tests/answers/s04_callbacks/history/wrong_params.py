# fails: test_keys
# diagnosis: NAMES.settings
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).params
