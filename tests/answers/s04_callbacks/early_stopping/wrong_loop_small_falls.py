# fails: test_max_epochs
# diagnosis: CAUSES.small
# a loop in which only a fall of a thousandth counts
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    history, lowest, wait = {"loss": [], "val_loss": []}, float("inf"), 0
    for _ in range(max_epochs):
        figures = model.fit(*train, validation_data=validation, verbose=0).history
        for name in history:
            history[name] += figures[name]
        if history["val_loss"][-1] < lowest - 0.001:
            lowest, wait = history["val_loss"][-1], 0
        else:
            wait += 1
        if wait >= max(patience, 1):
            break
    return history
