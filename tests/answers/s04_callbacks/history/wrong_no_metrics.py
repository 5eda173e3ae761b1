# fails: test_keys
# diagnosis: NAMES.unmeasured
def train_with_history(model, train, validation, epochs):
    model.compile(loss="binary_crossentropy", optimizer="adam")
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
