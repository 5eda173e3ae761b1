# fails: test_noise_goes_in
# diagnosis: NOISE.uniform
import keras
import numpy as np


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    edge = noise_std * np.sqrt(3)
    noisy = clean + np.random.default_rng(seed).uniform(-edge, edge, clean.shape)
    width = clean.shape[1]
    net = keras.Sequential(
        [keras.Input((width,)), keras.layers.Dense(32, "relu"), keras.layers.Dense(width, "sigmoid")]
    )
    net.compile(keras.optimizers.Adam(0.01), "mean_squared_error")
    net.fit(noisy, clean, epochs=epochs, batch_size=64, verbose=0)
    return net
