# fails: test_one_value_per_epoch
# diagnosis: LENGTHS.skipped
# begins to count at 1, and so trains one epoch less
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, initial_epoch=1, epochs=epochs, verbose=0).history
