# different: batches of eight rows, a bar on the screen, a new dictionary of floats
def train_autoencoder(autoencoder, train, validation, epochs):
    run = autoencoder.fit(train, train, 8, epochs, validation_data=(validation, validation))
    return {name: [float(value) for value in run.history[name]] for name in ("loss", "val_loss")}
