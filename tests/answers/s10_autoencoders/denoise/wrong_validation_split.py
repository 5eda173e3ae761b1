# fails: test_noise_does_not_come_out
# diagnosis: expect.ROWS.held_back
import keras
import numpy as np


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    noisy = clean + np.random.default_rng(seed).normal(0, noise_std, size=clean.shape)
    model = keras.Sequential()
    model.add(keras.Input(shape=(clean.shape[1],)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(clean.shape[1], activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(noisy, clean, epochs=epochs, batch_size=64, validation_split=0.2, verbose=0)
    return model
