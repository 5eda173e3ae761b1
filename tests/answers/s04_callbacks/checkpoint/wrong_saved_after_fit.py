# fails: test_best
# diagnosis: CAUSES.after_fit
def train_with_checkpoint(model, train, validation, epochs, path):
    history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    model.save(path)
    return history
