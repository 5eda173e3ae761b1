# fails: test_model
# says: also where it does not train
import keras
import numpy as np
from keras import ops


class Noise(keras.layers.Layer):
    def __init__(self, std, seed):
        super().__init__()
        self.std = std
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, rows):
        return rows + keras.random.normal(ops.shape(rows), stddev=self.std, seed=self.generator)


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((clean.shape[1],)),
            Noise(noise_std, seed),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(clean.shape[1], activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(clean, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
