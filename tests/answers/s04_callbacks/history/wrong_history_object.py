# fails: test_keys
# diagnosis: expect.HISTORY.not_a_dict
def train_with_history(model, train, validation, epochs):
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
    return history
