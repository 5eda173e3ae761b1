# fails: test_keys
# says: settings of fit
def train_with_history(model, train, test, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=test, epochs=epochs, verbose=0).params
