# fails: test_trained, test_last_epoch
# diagnosis: FIGURES.unmoved
# the old weights are put back in the end
def train_with_history(model, train, validation, epochs):
    weights = model.get_weights()
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
    model.set_weights(weights)
    return history.history
