"""Train a network that takes the noise out of pictures.

Each row of `clean` is a picture: numbers in 0..1, one per pixel. Make noisy rows: add Gaussian noise with standard
deviation `noise_std` to every number, drawn for each by itself; whether you draw it once or again for each epoch, and
whether you cut the noisy rows to 0..1, is up to you. Train a network on all rows, for `epochs` epochs, to answer each
noisy row with the clean one, and return it; a hidden layer of 32 units will do. When it is asked, after the training,
it adds no noise itself. `clean` stays as it is. All that is drawn by chance (the noise, the first weights, the order of
the rows) comes from `seed`, which may be 0, too: the same seed gives the same network in every run, and another seed
gives another one. The steps below run, but the network learns to reproduce the noise.

Read: kata book denoise
"""

import keras
import numpy as np


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    """Return a network trained to answer noisy rows with clean ones."""
    keras.utils.set_random_seed(seed)
    noisy = clean + np.random.default_rng(seed).normal(0, noise_std, size=clean.shape)
    model = keras.Sequential()
    model.add(keras.Input(shape=(clean.shape[1],)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(clean.shape[1], activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(noisy, noisy, epochs=epochs, batch_size=64, verbose=0)
    return model
