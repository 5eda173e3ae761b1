# fails: test_stops, test_patience, test_max_epochs
# diagnosis: CAUSES.kept
# the lowest loss is kept in the module, from call to call
best = [float("inf")]


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    history, wait = {"loss": [], "val_loss": []}, 0
    for _ in range(max_epochs):
        figures = model.fit(*train, validation_data=validation, verbose=0).history
        for name in history:
            history[name] += figures[name]
        if history["val_loss"][-1] < best[0]:
            best[0], wait = history["val_loss"][-1], 0
        else:
            wait += 1
        if wait >= max(patience, 1):
            break
    return history
