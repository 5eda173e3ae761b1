# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.exchanged
# the lists of training and validation are exchanged
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    h = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    return {"loss": h["val_loss"], "accuracy": h["val_accuracy"], "val_loss": h["loss"], "val_accuracy": h["accuracy"]}
