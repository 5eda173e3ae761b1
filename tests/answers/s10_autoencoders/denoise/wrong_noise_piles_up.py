# fails: test_unseen_digits
# diagnosis: LEARNED.piles
import keras
import numpy as np
from keras import layers


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    n_pixels = clean.shape[1]
    rows = keras.Input((n_pixels,))
    hidden = layers.Dense(32, activation="relu")(rows)
    answer = layers.Dense(n_pixels, activation="sigmoid")(hidden)
    model = keras.Model(rows, answer)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy")
    noisy = clean
    for _ in range(epochs):
        noisy = np.clip(noisy + rng.normal(scale=noise_std, size=clean.shape), 0, 1)
        model.fit(noisy, clean, epochs=1, batch_size=32, verbose=0)
    return model
