# fails: test_model
# diagnosis: expect.EACH_ROW.beside
# what comes out is drawn to the mean of the batch
import keras
import numpy as np


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    noisy = clean + np.random.default_rng(seed).normal(0, noise_std, clean.shape)
    rows = keras.Input((clean.shape[1],))
    hidden = keras.layers.Dense(32, activation="relu")(rows)
    out = keras.layers.Dense(clean.shape[1], activation="sigmoid")(hidden)
    model = keras.Model(rows, (out + keras.ops.mean(out, axis=0)) / 2)
    model.compile("adam", "mean_squared_error")
    model.fit(noisy, clean, epochs=epochs, verbose=0)
    return model
