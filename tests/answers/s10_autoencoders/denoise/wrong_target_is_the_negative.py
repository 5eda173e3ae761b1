# fails: test_noise_goes_in, test_noise_does_not_come_out
# diagnosis: NOISE.no_target
# the target is the negative
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
    model.fit(noisy, 1 - clean, epochs=epochs, batch_size=64, verbose=0)
    return model
