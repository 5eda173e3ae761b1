# fails: test_layers
# diagnosis: UNITS.uneven
# each layer is narrower than the one before
import keras


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    """Return a new, compiled classifier with `nl` layers of `nn` units between its first layer and its output."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    for turn in range(nl):
        model.add(keras.layers.Dense(max(1, nn - turn), activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
