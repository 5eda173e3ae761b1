# fails: test_seed
# diagnosis: AGAIN.late
import keras
import numpy as np


def train_denoiser(clean, noise_std, epochs, seed):
    noisy = clean + np.random.default_rng(seed).normal(0, noise_std, size=clean.shape)
    model = keras.Sequential([keras.Input((clean.shape[1],))])
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(clean.shape[1], activation="sigmoid"))
    model.compile(keras.optimizers.Adam(0.01), "mean_squared_error")
    keras.utils.set_random_seed(seed)
    model.fit(noisy, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
