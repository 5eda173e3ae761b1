# fails: test_keys
# says: return
def train_with_history(model, train, test, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    model.fit(*train, validation_data=test, epochs=epochs, verbose=0)
