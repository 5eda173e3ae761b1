# fails: test_stops
# says: as many epochs as patience says
def train_with_early_stopping(model, train, validation, patience, max_epochs):
    return model.fit(*train, validation_data=validation, epochs=patience, verbose=0).history
