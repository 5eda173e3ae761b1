# different: a layer of one's own draws the noise, in training only, so that fit gets clean rows twice
import keras
import numpy as np
from keras import ops


class Noise(keras.layers.Layer):
    def __init__(self, std, seed, **settings):
        super().__init__(**settings)
        self.std = std
        self.draws = keras.random.SeedGenerator(seed)

    def call(self, rows, training=False):
        if not training:
            return rows
        return rows + keras.random.normal(ops.shape(rows), stddev=self.std, seed=self.draws)

    def compute_output_shape(self, shape):
        return shape


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    pixels = clean.shape[1]
    rows = keras.Input((pixels,))
    hidden = keras.layers.Dense(32, activation="relu")(Noise(noise_std, seed)(rows))
    network = keras.Model(rows, keras.layers.Dense(pixels, activation="sigmoid")(hidden))
    network.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    network.fit(clean, clean, batch_size=64, epochs=epochs, verbose=0)
    return network
