# different: both losses are measured by evaluate, when an epoch is over
def train_autoencoder(autoencoder, train, validation, epochs):
    figures = {"loss": [], "val_loss": []}
    for _ in range(epochs):
        autoencoder.fit(train, train, verbose=0)
        for key, rows in (("loss", train), ("val_loss", validation)):
            figures[key].append(autoencoder.evaluate(rows, rows, verbose=0))
    return figures
