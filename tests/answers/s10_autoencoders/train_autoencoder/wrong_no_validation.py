# fails: test_history
# diagnosis: NAMES.validation
def train_autoencoder(autoencoder, train, validation, epochs):
    return autoencoder.fit(train, train, epochs=epochs, verbose=0).history
