# fails: test_last_epoch, test_measured
# says: compiled with mean_absolute_error, it was to be binary cross-entropy
def train_with_history(model, train, validation, epochs):
    model.compile(loss="mae", optimizer="adam", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
