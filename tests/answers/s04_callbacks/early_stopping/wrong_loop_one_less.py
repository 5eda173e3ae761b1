# fails: test_stops, test_patience
# diagnosis: CAUSES.less
# a loop that stops an epoch too soon
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    history, lowest, wait = {"loss": [], "val_loss": []}, float("inf"), 0
    for _ in range(max_epochs):
        figures = model.fit(*train, validation_data=validation, verbose=0).history
        for name in history:
            history[name] += figures[name]
        if history["val_loss"][-1] < lowest:
            lowest, wait = history["val_loss"][-1], 0
        else:
            wait += 1
        if wait >= max(patience - 1, 1):
            break
    return history
