# fails: test_one_value_per_epoch
# diagnosis: expect.FIT.again
import keras


def train_with_history(model: keras.Model, train, test, epochs: int) -> dict[str, list[float]]:
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(*train, validation_data=test, epochs=1, verbose=0)
    return model.fit(*train, validation_data=test, epochs=epochs, verbose=0).history
