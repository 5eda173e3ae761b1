# fails: test_stops, test_patience
# diagnosis: CAUSES.never
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    measured, best, wait = {"loss": [], "val_loss": []}, 0.0, 0
    for _ in range(max_epochs):
        history = model.fit(*train, validation_data=validation, epochs=1, verbose=0).history
        wait = 0 if history["val_loss"][0] < best else wait + 1
        best = min(best, history["val_loss"][0])
        for name in measured:
            measured[name] += history[name]
        if wait >= patience:
            break
    return measured
