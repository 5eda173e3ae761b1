# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.percent
# accuracies in percent
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    for name in ("accuracy", "val_accuracy"):
        history[name] = [100 * value for value in history[name]]
    return history
