# fails: test_trained, test_last_epoch, test_measured
# diagnosis: FIGURES.categorical
# fails on tensorflow: test_last_epoch, test_measured
def train_with_history(model, train, validation, epochs):
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
