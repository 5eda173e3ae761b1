# fails: test_history
# diagnosis: LISTS.told
def train_autoencoder(autoencoder, train, validation, epochs):
    return autoencoder.fit(train, train, validation_data=(validation, validation), epochs=5, verbose=0).history
