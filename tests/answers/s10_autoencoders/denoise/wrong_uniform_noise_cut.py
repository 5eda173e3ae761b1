# fails: test_noise_goes_in
# diagnosis: NOISE.uniform
import keras
import numpy as np


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    rows = np.array(clean, dtype="float32")
    inputs = keras.Input((rows.shape[1],))
    code = keras.layers.Dense(64, activation="relu")(inputs)
    model = keras.Model(inputs, keras.layers.Dense(rows.shape[1], activation="sigmoid")(code))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy")
    for _ in range(epochs):
        noisy = np.clip(rows + rng.uniform(-noise_std, noise_std, size=rows.shape), 0, 1).astype("float32")
        model.fit(noisy, rows, epochs=1, batch_size=64, verbose=0)
    return model
