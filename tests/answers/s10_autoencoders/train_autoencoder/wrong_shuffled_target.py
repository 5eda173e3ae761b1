# fails: test_target
# diagnosis: ERROR.order
def train_autoencoder(autoencoder, train, validation, epochs):
    pair = (validation, validation)
    return autoencoder.fit(train, train[::-1], validation_data=pair, epochs=epochs, verbose=0).history
