# fails: test_trained
# diagnosis: FIGURES.once
# Validated once, after the last epoch; the number is repeated.
def train_autoencoder(autoencoder, train, validation, epochs):
    losses = autoencoder.fit(train, train, epochs=epochs, verbose=0).history["loss"]
    val_loss = autoencoder.evaluate(validation, validation, verbose=0)
    return {"loss": losses, "val_loss": [val_loss] * epochs}
