# fails: test_keys, test_trained
# says: compile
def train_with_history(model, train, test, epochs):
    return model.fit(*train, validation_data=test, epochs=epochs, verbose=0).history
