# different: deep, noisy rows clipped to 0..1, np.random after the one seed, history read afterwards
import keras
import numpy as np
from keras.layers import Dense


def noisy_copy(rows, std):
    return np.clip(rows + std * np.random.standard_normal(rows.shape), 0.0, 1.0)


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    n_pixels = clean.shape[-1]
    model = keras.Sequential([keras.Input((n_pixels,))])
    for units in (64, 32, 64):
        model.add(Dense(units, activation="relu"))
    model.add(Dense(n_pixels, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse", metrics=["mae"])
    history = model.fit(noisy_copy(clean, noise_std), clean, epochs=epochs, batch_size=50, verbose=0)
    assert len(history.history["loss"]) == epochs
    return model
