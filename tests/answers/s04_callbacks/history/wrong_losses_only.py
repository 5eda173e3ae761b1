# fails: test_keys
# diagnosis: NAMES.dropped
# gives back two of the four lists
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    return {name: history[name] for name in ("loss", "val_loss")}
