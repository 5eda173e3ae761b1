# fails: test_noise_goes_in
# diagnosis: NOISE.otherwise
import keras
import numpy as np

BATCH = 64


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    rows = clean.astype("float32")
    model = keras.Sequential(
        [
            keras.Input((rows.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(rows.shape[1], activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    noisy = rows + 0.5 * rng.normal(scale=noise_std, size=rows.shape).astype("float32")
    for _ in range(epochs):
        order = rng.permutation(len(rows))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            model.train_on_batch(noisy[batch], rows[batch])
    return model
