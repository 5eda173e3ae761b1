# different: no callback at all; one epoch after the other, and the best weights put back by hand
import numpy as np


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    history, best = {}, None
    while len(history.get("val_loss", [])) < max_epochs:
        for name, values in model.fit(*train, validation_data=validation, verbose=0).history.items():
            history.setdefault(name, []).extend(values)
        losses = history["val_loss"]
        if losses[-1] <= min(losses):
            best = model.get_weights()
        if len(losses) - 1 - int(np.argmin(losses)) >= patience:
            break
    model.set_weights(best)
    return history
