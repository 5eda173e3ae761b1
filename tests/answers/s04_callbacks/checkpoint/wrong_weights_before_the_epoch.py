# fails: test_best, test_model
# diagnosis: CAUSES.before
# one epoch after the other; the weights are taken before fit, and kept when evaluate finds a lower loss
def train_with_checkpoint(model, train, validation, epochs, path):
    losses, val_losses, best = [], [], None
    for epoch in range(epochs):
        weights = model.get_weights()
        losses += model.fit(*train, initial_epoch=epoch, epochs=epoch + 1, verbose=0).history["loss"]
        val_losses.append(model.evaluate(*validation, verbose=0, return_dict=True)["loss"])
        if val_losses[-1] == min(val_losses):
            best = weights
    model.set_weights(best)
    model.save(path)
    return {"loss": losses, "val_loss": val_losses}
