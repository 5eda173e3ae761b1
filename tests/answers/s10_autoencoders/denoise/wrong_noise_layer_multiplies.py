# fails: test_noise_goes_in
# diagnosis: NOISY.multiplies
import keras
import numpy as np


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    """Return a network trained to answer noisy rows with clean ones."""
    keras.utils.set_random_seed(seed)
    width = clean.shape[1]
    model = keras.Sequential(
        [
            keras.Input((width,)),
            keras.layers.GaussianDropout(min(noise_std, 0.9), seed=seed),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(width, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(clean, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
