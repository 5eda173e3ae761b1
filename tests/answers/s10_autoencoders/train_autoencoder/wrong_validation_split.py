# fails: test_target, test_validation
# diagnosis: ERROR.split
def train_autoencoder(autoencoder, train, validation, epochs):
    return autoencoder.fit(train, train, validation_split=0.2, epochs=epochs, verbose=0).history
