# fails: test_seed
# diagnosis: AGAIN.value
import time

import keras
import numpy as np
from keras.layers import Dense


def train_denoiser(clean, noise_std, epochs, seed):
    started = seed + time.time_ns() % 10**9
    keras.utils.set_random_seed(started)
    noisy = clean + np.random.default_rng(started).normal(0, noise_std, size=clean.shape)
    width = clean.shape[1]
    model = keras.Sequential([keras.Input((width,)), Dense(32, activation="relu"), Dense(width, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(noisy, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
