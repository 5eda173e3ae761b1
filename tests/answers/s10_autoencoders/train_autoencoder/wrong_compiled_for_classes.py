# fails: test_history
# diagnosis: BROKEN.compiled
# a loss for labels that are whole numbers, with which fit ends in an error
def train_autoencoder(autoencoder, train, validation, epochs):
    autoencoder.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return autoencoder.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0).history
