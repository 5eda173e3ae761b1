# fails: test_noise_goes_in
# diagnosis: NOISY.few
# The last batch is left out, a full one, too.
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
    for _ in range(epochs):
        for start in range(0, len(clean) - 16, 16):
            model.train_on_batch(noisy[start : start + 16], clean[start : start + 16])
    return model
