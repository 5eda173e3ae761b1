# fails: test_unseen_digits
# diagnosis: LEARNED.batch
# All rows are one batch, so that each epoch has a single step.
def train_autoencoder(autoencoder, train, validation, epochs):
    pairs = (validation, validation)
    return autoencoder.fit(train, train, batch_size=len(train), validation_data=pairs, epochs=epochs, verbose=0).history
