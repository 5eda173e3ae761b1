# fails: test_trained
# diagnosis: expect.COMPILE.again
def train_autoencoder(autoencoder, train, validation, epochs):
    autoencoder.compile(autoencoder.optimizer, "mean_squared_error")
    return autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0).history
