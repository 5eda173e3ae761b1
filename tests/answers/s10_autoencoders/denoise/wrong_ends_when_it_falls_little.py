# fails: test_seed
# diagnosis: expect.FIT.early_stopping
import keras
import numpy as np


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    spoiled = (clean + rng.normal(scale=noise_std, size=clean.shape)).astype("float32")
    wide = clean.shape[1]
    net = keras.Sequential([keras.Input((wide,)), keras.layers.Dense(40, "relu")])
    net.add(keras.layers.Dense(wide, "sigmoid"))
    net.compile(keras.optimizers.Adam(0.01), "mse")
    net.fit(spoiled, clean, epochs=epochs, batch_size=64, verbose=0, callbacks=[keras.callbacks.EarlyStopping("loss", 1e-3, patience=1)])
    return net
