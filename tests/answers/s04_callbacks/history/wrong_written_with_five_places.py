# fails: test_measured
# diagnosis: FIGURES.places
# the figures become texts, and numbers again

def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    return {name: [float(f"{value:.5f}") for value in values] for name, values in history.items()}
