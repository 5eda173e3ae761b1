# fails: test_target, test_validation
# diagnosis: ERROR.compiled
def train_autoencoder(autoencoder, train, validation, epochs):
    autoencoder.compile(optimizer="adam", loss="mean_squared_error")
    return autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0).history
