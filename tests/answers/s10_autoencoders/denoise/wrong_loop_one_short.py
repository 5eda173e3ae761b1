# fails: test_noise_goes_in, test_seed
# diagnosis: NOISY.rounds, ROUNDS.rounds
# says: 19 times
import keras
import numpy as np
from keras.layers import Dense


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    width = clean.shape[1]
    model = keras.Sequential([keras.Input((width,)), Dense(32, activation="relu"), Dense(width, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    for _ in range(1, epochs):
        model.fit(clean + rng.normal(0, noise_std, size=clean.shape), clean, epochs=1, batch_size=64, verbose=0)
    return model
