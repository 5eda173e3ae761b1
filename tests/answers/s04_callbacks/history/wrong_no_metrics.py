# fails: test_keys
# says: accuracy is measured only, compile
def train_with_history(model, train, validation, epochs):
    model.compile(loss="binary_crossentropy", optimizer="adam")
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
