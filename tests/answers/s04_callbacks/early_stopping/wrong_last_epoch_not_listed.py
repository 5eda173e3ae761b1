# fails: test_stops, test_patience, test_model
# diagnosis: CAUSES.uncounted
# says: lists of
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    measured, best, wait = {"loss": [], "val_loss": []}, float("inf"), 0
    for _ in range(max_epochs):
        history = model.fit(*train, validation_data=validation, epochs=1, verbose=0).history
        wait = 0 if history["val_loss"][0] < best else wait + 1
        best = min(best, history["val_loss"][0])
        if wait >= patience:
            break
        for name in measured:
            measured[name] += history[name]
    return measured
