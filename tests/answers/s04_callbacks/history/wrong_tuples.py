# fails: test_one_value_per_epoch
# diagnosis: LISTS.array
def train_with_history(model, train, validation, epochs: int) -> dict[str, list[float]]:
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    history = model.fit(*train, validation_data=tuple(validation), epochs=epochs, verbose=0)
    return {name: tuple(numbers) for name, numbers in history.history.items()}
