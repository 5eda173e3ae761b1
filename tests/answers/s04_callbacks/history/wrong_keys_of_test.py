# fails: test_keys
# diagnosis: NAMES.renamed
def train_with_history(model, train, validation, epochs):
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    return {name.replace("val_", "test_"): values for name, values in history.items()}
