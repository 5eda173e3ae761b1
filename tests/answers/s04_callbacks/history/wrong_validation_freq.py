# fails: test_one_value_per_epoch
# diagnosis: LENGTHS.now_and_then
# validates after every second epoch only
def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, validation_freq=2, epochs=epochs, verbose=0).history
