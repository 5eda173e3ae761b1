# fails: test_seed
# diagnosis: AGAIN.zero
import keras
import numpy as np


def train_denoiser(clean, noise_std, epochs, seed):
    if seed:
        keras.utils.set_random_seed(seed)
    noisy = clean + np.random.default_rng(seed).normal(scale=noise_std, size=clean.shape)
    width = clean.shape[1]
    model = keras.Sequential([keras.Input((width,)), keras.layers.Dense(32, "relu"), keras.layers.Dense(width, "sigmoid")])
    model.compile(keras.optimizers.Adam(0.01), "mse")
    model.fit(noisy, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
