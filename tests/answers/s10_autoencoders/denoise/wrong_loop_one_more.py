# fails: test_seed
# diagnosis: ROUNDS.rounds
# says: 21 times
import keras
import numpy as np
from keras.layers import Dense


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    noisy = clean + np.random.default_rng(seed).normal(0, noise_std, size=clean.shape)
    width = clean.shape[1]
    model = keras.Sequential([keras.Input((width,)), Dense(32, activation="relu"), Dense(width, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    done = 0
    while done <= epochs:
        model.fit(noisy, clean, batch_size=64, verbose=0)
        done += 1
    return model
