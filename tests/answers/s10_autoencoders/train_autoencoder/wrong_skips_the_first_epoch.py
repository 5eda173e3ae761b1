# fails: test_history
# diagnosis: LISTS.skips
def train_autoencoder(autoencoder, train, validation, epochs):
    pair = (validation, validation)
    return autoencoder.fit(
        train, train, validation_data=pair, initial_epoch=1, epochs=epochs, verbose=0
    ).history
