# fails: test_measured
# diagnosis: FIGURES.part
# a tenth of the rows never comes into fit
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    x, y = train
    n = len(x) * 9 // 10
    return model.fit(x[:n], y[:n], validation_data=validation, epochs=epochs, verbose=0).history
