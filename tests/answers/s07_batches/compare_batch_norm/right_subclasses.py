# different: two subclasses of keras.Model, whose layers are attributes in another order than that of their calls
import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


class Plain(keras.Model):
    """A hidden layer and an output."""

    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(10, activation="relu")
        self.out = keras.layers.Dense(1, activation="sigmoid")

    def call(self, x, training=None):
        return self.out(self.hidden(x))


class Normed(Plain):
    """The same with batch normalization between them."""

    def __init__(self):
        super().__init__()
        self.norm = keras.layers.BatchNormalization()

    def call(self, x, training=None):
        return self.out(self.norm(self.hidden(x), training=training))


def compare_batch_norm(train: Split, validation: Split, epochs: int) -> dict[str, list[float]]:
    """Return the validation losses of the plain network and of the one with batch normalization."""
    x_train, y_train = train
    result = {}
    for key, kind in (("plain", Plain), ("batch norm", Normed)):
        keras.utils.set_random_seed(7)
        model = kind()
        model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
        model.fit(x_train, y_train, validation_data=validation, epochs=epochs, batch_size=32, verbose=0)
        result[key] = [float(loss) for loss in model.history.history["val_loss"]]
    return result
