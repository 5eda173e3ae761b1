# fails: test_noise_goes_in
# diagnosis: NOISY.black
# The noise that its call draws is multiplied with the rows: black pixels stay black.
import keras
import numpy as np
from keras import ops


class Denoiser(keras.Model):
    def __init__(self, pixels, std):
        super().__init__()
        self.std = std
        self.draws = keras.random.SeedGenerator()
        self.code = keras.layers.Dense(32, activation="relu")
        self.picture = keras.layers.Dense(pixels, activation="sigmoid")

    def call(self, rows, training=False):
        if training:
            rows = rows + rows * keras.random.normal(ops.shape(rows), stddev=self.std, seed=self.draws)
        return self.picture(self.code(rows))


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    network = Denoiser(clean.shape[1], noise_std)
    network.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    network.fit(clean, clean, batch_size=64, epochs=epochs, verbose=0)
    return network
