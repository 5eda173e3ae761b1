# different: a subclassed model, built by hand, with a light dropout on the way in
import keras
from keras import layers


class Autoencoder(keras.Model):
    def __init__(self, n_inputs, n_code):
        super().__init__()
        self.drop = layers.Dropout(0.05)
        self.squeeze = layers.Dense(n_code, activation="relu")
        self.restore = layers.Dense(n_inputs, activation="sigmoid")

    def call(self, rows, training=None):
        return self.restore(self.squeeze(self.drop(rows, training=training)))


def build_autoencoder(n_inputs=100, n_code=4):
    model = Autoencoder(n_inputs, n_code)
    model.build((None, n_inputs))
    model.compile(optimizer="nadam", loss="binary_crossentropy")
    return model
