# fails: test_validation
# diagnosis: ERROR.set
def train_autoencoder(autoencoder, train, validation, epochs):
    return autoencoder.fit(train, train, validation_data=(train, train), epochs=epochs, verbose=0).history
