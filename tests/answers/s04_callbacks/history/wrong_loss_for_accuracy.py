# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.other_figure
# what evaluate gives is taken apart in the wrong order

def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    lists = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    for _ in range(epochs):
        fitted = model.fit(*train, verbose=0).history
        accuracy, loss = model.evaluate(*validation, verbose=0)
        lists["loss"] += fitted["loss"]
        lists["accuracy"] += fitted["accuracy"]
        lists["val_loss"].append(loss)
        lists["val_accuracy"].append(accuracy)
    return lists
