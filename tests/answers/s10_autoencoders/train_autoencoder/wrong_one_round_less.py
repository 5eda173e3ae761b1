# fails: test_history
# diagnosis: LISTS.rounds
# a loop over range(1, epochs)
def train_autoencoder(autoencoder, train, validation, epochs):
    kept = {"loss": [], "val_loss": []}
    for _ in range(1, epochs):
        step = autoencoder.fit(train, train, validation_data=(validation, validation), verbose=0).history
        for key, values in kept.items():
            values += step[key]
    return kept
