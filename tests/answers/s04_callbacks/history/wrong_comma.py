# fails: test_keys, test_trained
# says: line 10, comma
def train_with_history(model, train, validation, epochs):
    model.compile(loss="binary_crossentropy", optimizer="adam")
    history = model.fit(
        train[0],
        train[1],
        validation_data=[validation[0], validation[1]],
        epochs=epochs,
        verbose=0
        metrics=["accuracy"],
    )
    return history.history
