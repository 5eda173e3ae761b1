# fails: test_relu
# diagnosis: RELU.other
import keras


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    """Return a compiled classifier with `nl` layers of `nn` units between its first layer and its output."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    for i in range(nl):
        model.add(keras.layers.Dense(nn, activation="tanh" if i > 1 else "relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
