# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.loss
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "mean_squared_error", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
