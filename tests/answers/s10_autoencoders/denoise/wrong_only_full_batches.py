# fails: test_noise_goes_in
# diagnosis: NOISY.few
import keras
import numpy as np
from keras.layers import Dense


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    noisy = clean + rng.normal(0, noise_std, size=clean.shape)
    width = clean.shape[1]
    model = keras.Sequential([keras.Input((width,)), Dense(32, activation="relu"), Dense(width, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    for _ in range(epochs):
        order = rng.permutation(len(clean))
        for start in range(0, len(clean) - 63, 64):
            rows = order[start : start + 64]
            model.train_on_batch(noisy[rows], clean[rows])
    return model
