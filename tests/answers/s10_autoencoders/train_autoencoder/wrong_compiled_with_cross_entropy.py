# fails: test_target, test_validation
# diagnosis: ERROR.compiled
# fails on torch: test_history
# diagnosis on torch: BROKEN.compiled
def train_autoencoder(autoencoder, train, validation, epochs):
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    return autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0).history
