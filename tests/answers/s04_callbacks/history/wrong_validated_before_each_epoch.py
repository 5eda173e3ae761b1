# fails: test_last_epoch
# diagnosis: FIGURES.early

def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    lists = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    for _ in range(epochs):
        scores = model.evaluate(*validation, verbose=0, return_dict=True)
        fitted = model.fit(*train, verbose=0).history
        for name in ("loss", "accuracy"):
            lists[name] += fitted[name]
            lists[f"val_{name}"].append(scores[name])
    return lists
