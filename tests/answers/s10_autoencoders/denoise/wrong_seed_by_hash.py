# fails: test_seed
# diagnosis: AGAIN.hashed
import keras
import numpy as np
from keras.layers import Dense


def train_denoiser(clean, noise_std, epochs, seed):
    start = hash(f"denoise-{seed}") % 2**32
    keras.utils.set_random_seed(start)
    noisy = clean + np.random.default_rng(start).normal(0, noise_std, size=clean.shape)
    width = clean.shape[1]
    model = keras.Sequential([keras.Input((width,)), Dense(32, activation="relu"), Dense(width, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(noisy, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
