# fails: test_noise_goes_in
# says: a layer of noise with 0.1
"""The layer of noise is half as strong as noise_std says."""

import keras
import numpy as np


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    model = keras.Sequential()
    model.add(keras.Input((clean.shape[1],)))
    model.add(keras.layers.GaussianNoise(noise_std / 2))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(clean.shape[1], activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(clean, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
