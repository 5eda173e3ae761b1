# fails: test_stops
# diagnosis: CAUSES.previous
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    history, waited = {}, 0
    for _ in range(max_epochs):
        for name, values in model.fit(*train, validation_data=validation, verbose=0).history.items():
            history.setdefault(name, []).extend(values)
        losses = history["val_loss"]
        waited = waited + 1 if len(losses) > 1 and losses[-1] >= losses[-2] else 0
        if waited >= max(patience, 1):
            break
    return history
