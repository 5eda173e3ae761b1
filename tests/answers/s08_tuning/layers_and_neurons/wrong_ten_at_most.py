# fails: test_layers
# diagnosis: UNITS.bounded
import keras


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    """Return a compiled classifier with `nl` layers of `nn` units between its first layer and its output."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    for _ in range(min(nl, 9)):
        model.add(keras.layers.Dense(nn, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
