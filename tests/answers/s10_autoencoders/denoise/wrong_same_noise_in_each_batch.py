# fails: test_noise_does_not_come_out
# diagnosis: NOISE.batches
import keras
import numpy as np


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    """Return a network trained to answer noisy rows with clean ones."""
    keras.utils.set_random_seed(seed)
    clean32 = clean.astype("float32")
    model = keras.Sequential()
    model.add(keras.Input(shape=(clean.shape[1],)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(clean.shape[1], activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    for _ in range(epochs):
        for start in range(0, len(clean32), 32):
            rows = clean32[start : start + 32]
            noise = keras.ops.convert_to_numpy(keras.random.normal(rows.shape, stddev=noise_std, seed=seed))
            model.train_on_batch(rows + noise, rows)
    return model
