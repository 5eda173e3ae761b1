# fails: test_validation
# diagnosis: ERROR.own_validation
def train_autoencoder(autoencoder, train, validation, epochs):
    unseen = autoencoder.predict(validation, verbose=0)
    return autoencoder.fit(train, train, validation_data=(validation, unseen), epochs=epochs, verbose=0).history
