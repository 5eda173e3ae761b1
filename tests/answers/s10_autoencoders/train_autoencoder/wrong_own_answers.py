# fails: test_target, test_validation
# diagnosis: ERROR.own, ERROR.own_validation
def train_autoencoder(autoencoder, train, validation, epochs):
    restored = autoencoder.predict(train, verbose=0)
    unseen = autoencoder.predict(validation, verbose=0)
    history = autoencoder.fit(train, restored, validation_data=(validation, unseen), epochs=epochs, verbose=0)
    return history.history
