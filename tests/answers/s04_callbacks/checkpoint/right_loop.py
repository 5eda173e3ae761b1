# different: no callback; one epoch after the other, the file written when evaluate finds a lower loss
def train_with_checkpoint(model, train, validation, epochs, path):
    measured = []
    for _ in range(epochs):
        figures = model.fit(*train, batch_size=16, verbose=0).history
        validated = model.evaluate(*validation, verbose=0, return_dict=True)
        measured.append({k: v[0] for k, v in figures.items()} | {"val_" + k: v for k, v in validated.items()})
        if validated["loss"] == min(each["val_loss"] for each in measured):
            model.save(path)
    return {name: [each[name] for each in measured] for name in measured[0]}
