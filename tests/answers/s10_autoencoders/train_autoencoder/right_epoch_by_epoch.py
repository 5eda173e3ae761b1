# different: a loop of single epochs, validated by evaluate
def train_autoencoder(autoencoder, train, validation, epochs):
    figures = {"loss": [], "val_loss": []}
    for _ in range(epochs):
        figures["loss"] += autoencoder.fit(x=train, y=train, verbose=0).history["loss"]
        figures["val_loss"].append(autoencoder.evaluate(validation, validation, verbose=0))
    return figures
