# fails: test_history
# says: number of epochs is fixed
def train_autoencoder(autoencoder, train, validation, epochs):
    return autoencoder.fit(train, train, validation_data=(validation, validation), epochs=5, verbose=0).history
