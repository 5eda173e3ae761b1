# fails: test_unseen_digits, test_seed
# diagnosis: LEARNED.remade, ROUNDS.remade
import keras
import numpy as np


def build(pixels: int) -> keras.Model:
    model = keras.Sequential()
    model.add(keras.Input(shape=(pixels,)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(pixels, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    return model


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    for _ in range(epochs):
        model = build(clean.shape[1])
        noisy = clean + rng.normal(0, noise_std, size=clean.shape)
        model.fit(noisy, clean, batch_size=64, verbose=0)
    return model
