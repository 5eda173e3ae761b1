# fails: test_stops
# diagnosis: CAUSES.as_patience
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    return model.fit(*train, validation_data=validation, epochs=patience, verbose=0).history
