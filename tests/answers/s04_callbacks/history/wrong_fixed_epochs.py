# fails: test_one_value_per_epoch
# diagnosis: expect.FIT.fixed_epochs
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=5, verbose=0).history
