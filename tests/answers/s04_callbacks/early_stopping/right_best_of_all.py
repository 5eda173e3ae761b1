# different: counts how many of the last losses lie above the lowest so far
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    losses, further = {"loss": [], "val_loss": []}, True
    while further:
        step = model.fit(*train, validation_data=validation, epochs=1, verbose=0)
        losses = {name: values + step.history[name] for name, values in losses.items()}
        past, recent = losses["val_loss"][:-patience], losses["val_loss"][-patience:]
        further = len(losses["loss"]) < max_epochs and (not past or min(recent) < min(past))
    return losses
