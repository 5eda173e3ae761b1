# fails: test_trained
# diagnosis: FIGURES.once
# The loss of the last epoch stands for all of them.
def train_autoencoder(autoencoder, train, validation, epochs):
    run = autoencoder.fit(train, train, epochs=epochs, validation_data=(validation, validation), verbose=0)
    return {"loss": epochs * run.history["loss"][-1:], "val_loss": run.history["val_loss"]}
