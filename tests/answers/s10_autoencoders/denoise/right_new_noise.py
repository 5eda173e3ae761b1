# different: new noise in each epoch, functional API, binary cross-entropy, one fit per epoch
import keras
import numpy as np
from keras import layers


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    row = keras.Input(clean.shape[1:])
    hidden = layers.Dense(48, activation="relu")(row)
    model = keras.Model(row, layers.Dense(clean.shape[1], activation="sigmoid")(hidden))
    model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy")
    for _ in range(epochs):
        noise = rng.normal(scale=noise_std, size=clean.shape).astype(clean.dtype)
        model.fit(clean + noise, clean, batch_size=32, epochs=1, verbose=0)
    return model
