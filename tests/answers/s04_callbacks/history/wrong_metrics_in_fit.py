# fails: test_keys, test_trained
# says: unexpected keyword argument, metrics
def train_with_history(model, train, validation, epochs):
    model.compile(loss="binary_crossentropy", optimizer="adam")
    history = model.fit(*train, validation_data=validation, epochs=epochs, metrics=["accuracy"], verbose=0)
    return history.history
