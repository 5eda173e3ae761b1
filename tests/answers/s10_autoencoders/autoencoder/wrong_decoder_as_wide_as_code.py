# fails: test_shapes
# diagnosis: SHAPES.decoder
# says: numbers, as many as the code has
import keras


class Autoencoder(keras.Model):
    """Squeezes, then unfolds."""

    def __init__(self, n_inputs, n_code):
        super().__init__()
        self.squeeze = keras.layers.Dense(n_code, activation="relu")
        self.unfold = keras.layers.Dense(n_code, activation="sigmoid")

    def call(self, rows):
        return self.unfold(self.squeeze(rows))


def build_autoencoder(n_inputs: int = 100, n_code: int = 4):
    model = Autoencoder(n_inputs, n_code)
    model.build((None, n_inputs))
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1, momentum=0.9), loss="binary_crossentropy")
    return model
