# fails: test_noise_goes_in, test_unseen_digits
# diagnosis: NOISE.parted
import keras
import numpy as np


def make_model(width):
    inputs = keras.Input((width,))
    outputs = keras.layers.Dense(width, activation="sigmoid")(keras.layers.Dense(32, activation="relu")(inputs))
    model = keras.Model(inputs, outputs)
    model.compile(keras.optimizers.Adam(0.01), "mse")
    return model


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    """Return a network trained to answer noisy rows with clean ones."""
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    noisy = clean + rng.normal(0, noise_std, size=clean.shape)
    order = rng.permutation(len(noisy))
    model = make_model(clean.shape[1])
    model.fit(noisy[order], clean, epochs=epochs, batch_size=64, verbose=0)
    return model
