# fails: test_one_value_per_epoch
# diagnosis: LENGTHS.one
# epochs is left out
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, verbose=0).history
