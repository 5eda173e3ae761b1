# fails: test_one_value_per_epoch
# diagnosis: LENGTHS.asked
# one epoch too many
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs + 1, verbose=0).history
