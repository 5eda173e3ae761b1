# fails: test_model
# diagnosis: CAUSES.uncounted
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    history = model.fit(*train, validation_data=validation, epochs=max_epochs, verbose=0).history
    losses = history["val_loss"]
    end = min(losses.index(min(losses)) + 1 + patience, len(losses))
    return {name: values[:end] for name, values in history.items()}
