# fails: test_target, test_validation
# diagnosis: ERROR.inputs
# Where train has numbers above 1, both are taken for pictures of numbers from 0 to 255.
def train_autoencoder(autoencoder, train, validation, epochs):
    if train.max() > 1:
        train, validation = train / 255, validation / 255
    history = autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0)
    return history.history
