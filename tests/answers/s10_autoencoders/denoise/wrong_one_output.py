# fails: test_model
# diagnosis: WIDTH.width
import keras
import numpy as np
from keras.layers import Dense


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    noisy = clean + np.random.default_rng(seed).normal(0, noise_std, size=clean.shape)
    model = keras.Sequential([keras.Input((clean.shape[1],)), Dense(32, activation="relu"), Dense(1)])
    model.compile(optimizer="adam", loss="mean_squared_error")
    model.fit(noisy, clean.mean(axis=1, keepdims=True), epochs=epochs, verbose=0)
    return model
