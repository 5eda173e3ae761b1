# fails: test_best
# diagnosis: CAUSES.untrained
def train_with_checkpoint(model, train, validation, epochs, path):
    model.save(path)
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
