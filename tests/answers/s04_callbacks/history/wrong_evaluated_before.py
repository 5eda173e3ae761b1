# fails: test_last_epoch
# diagnosis: FIGURES.before
# evaluates once, before the training
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    loss, accuracy = model.evaluate(*validation, verbose=0)
    history = model.fit(*train, epochs=epochs, verbose=0).history
    return {**history, "val_loss": [loss] * epochs, "val_accuracy": [accuracy] * epochs}
