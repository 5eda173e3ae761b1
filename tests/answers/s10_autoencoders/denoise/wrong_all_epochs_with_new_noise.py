# fails: test_noise_does_not_come_out, test_unseen_digits, test_seed
# diagnosis: ROUNDS.squared
import keras
import numpy as np


def network(n_pixels):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_pixels,)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(n_pixels, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    return model


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    """Return a network trained to answer noisy rows with clean ones."""
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    model = network(clean.shape[1])
    for epoch in range(epochs):
        noisy = clean + rng.normal(0, noise_std, size=clean.shape)
        model.fit(noisy, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
