# its class asks for noise in training only
import keras


class Rings(keras.Model):
    def __init__(self):
        super().__init__()
        self.noise = keras.layers.GaussianNoise(0.02)
        self.hidden = keras.layers.Dense(32, activation="relu")
        self.out = keras.layers.Dense(1, activation="sigmoid")

    def call(self, x, training=None):
        if training:
            x = self.noise(x, training=True)
        return self.out(self.hidden(x))


def build_binary_classifier(n_features: int) -> keras.Model:
    model = Rings()
    model.build((None, n_features))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
