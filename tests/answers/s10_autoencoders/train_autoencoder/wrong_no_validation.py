# fails: test_history
# says: validation_data
def train_autoencoder(autoencoder, train, validation, epochs):
    return autoencoder.fit(train, train, epochs=epochs, verbose=0).history
