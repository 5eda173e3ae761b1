# different: own Layer class with Dense inside
import keras


class Block(keras.layers.Layer):
    def __init__(self, n):
        super().__init__()
        self.dense = keras.layers.Dense(n, activation='relu')

    def call(self, x):
        return self.dense(x)


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    """Return a compiled classifier with `nl` layers of `nn` units between its first layer and its output."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    for _ in range(nl):
        model.add(Block(nn))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
