# fails: test_one_value_per_epoch
# diagnosis: LENGTHS.cut
# the first epoch is left out of the lists
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    return {name: values[1:] for name, values in history.items()}
