# fails: test_target
# diagnosis: ERROR.part
def train_autoencoder(autoencoder, train, validation, epochs):
    part = train[: len(train) * 4 // 5]
    return autoencoder.fit(part, part, validation_data=(validation, validation), epochs=epochs, verbose=0).history
