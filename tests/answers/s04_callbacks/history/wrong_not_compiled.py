# fails: test_keys, test_trained
# says: compile
def train_with_history(model, train, validation, epochs):
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
