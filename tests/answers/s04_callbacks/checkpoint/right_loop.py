# different: no callback; one epoch after the other, the file written when evaluate finds a lower loss
def train_with_checkpoint(model, train, validation, epochs, path):
    losses, val_losses = [], []
    for _ in range(epochs):
        losses += model.fit(*train, batch_size=16, verbose=0).history["loss"]
        val_losses.append(model.evaluate(*validation, verbose=0)[0])
        if val_losses[-1] == min(val_losses):
            model.save(path)
    return {"loss": losses, "val_loss": val_losses}
