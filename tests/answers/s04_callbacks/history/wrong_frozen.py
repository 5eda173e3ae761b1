# fails: test_trained
# diagnosis: FIGURES.frozen
# every layer is frozen before compile
def train_with_history(model, train, validation, epochs):
    model.trainable = False
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
