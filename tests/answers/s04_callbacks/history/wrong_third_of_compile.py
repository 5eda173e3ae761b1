# fails: test_keys, test_trained
# says: line
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", ["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
