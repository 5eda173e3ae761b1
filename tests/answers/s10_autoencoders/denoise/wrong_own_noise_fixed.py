# fails: test_noise_goes_in
# diagnosis: NOISY.layer
# A layer of one's own draws noise, and its standard deviation is fixed.
import keras
import numpy as np


class Noise(keras.layers.Layer):
    def __init__(self, seed):
        super().__init__()
        self.seeds = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if training:
            return inputs + keras.random.normal(keras.ops.shape(inputs), stddev=0.3, seed=self.seeds)
        return inputs


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    """Return a network trained to answer noisy rows with clean ones."""
    keras.utils.set_random_seed(seed)
    model = keras.Sequential()
    model.add(keras.Input(shape=(clean.shape[1],)))
    model.add(Noise(seed))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(clean.shape[1], activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(clean, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
