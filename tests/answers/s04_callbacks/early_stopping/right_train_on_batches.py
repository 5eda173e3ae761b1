# Right: a loop of fit by hand, one epoch at a time, that stops with break.
import keras


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    kept: dict[str, list[float]] = {}
    for _ in range(max_epochs):
        for name, (value,) in model.fit(*train, validation_data=validation, verbose=0).history.items():
            kept.setdefault(name, []).append(value)
        losses = kept["val_loss"]
        if len(losses) - 1 - losses.index(min(losses)) >= patience:
            break
    return kept
