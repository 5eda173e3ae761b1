# fails: test_keys, test_trained
# says: KeyError, accuracy
def train_with_history(model, train, validation, epochs):
    model.compile(loss="binary_crossentropy", optimizer="adam")
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    return {name: history[name] for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
