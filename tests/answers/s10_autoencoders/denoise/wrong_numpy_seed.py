# fails: test_seed
# diagnosis: AGAIN.numpy
import keras
import numpy as np


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    """Return a network trained to answer noisy rows with clean ones."""
    np.random.seed(seed)
    noisy = clean + np.random.normal(0, noise_std, size=clean.shape)
    model = keras.Sequential()
    model.add(keras.Input(shape=(clean.shape[1],)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(clean.shape[1], activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(noisy, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
