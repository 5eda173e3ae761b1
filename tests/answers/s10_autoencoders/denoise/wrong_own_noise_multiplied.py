# fails: test_model
# says: leaves zeros as they are, is the noise multiplied
import keras
import numpy as np


class AddNoise(keras.layers.Layer):
    def __init__(self, std, seed, **settings):
        super().__init__(**settings)
        self.std, self.generator = std, keras.random.SeedGenerator(seed)

    def call(self, row, training=False):
        if training:
            noise = keras.random.normal(keras.ops.shape(row), 0.0, self.std, seed=self.generator)
            row = row + row * noise
        return row


def train_denoiser(clean: np.ndarray, noise_std: float, epochs: int, seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    inputs = keras.Input(shape=(clean.shape[1],))
    row = AddNoise(float(noise_std), seed)(inputs)
    row = keras.layers.Dense(32, activation="relu")(row)
    model = keras.Model(inputs, keras.layers.Dense(clean.shape[1], activation="sigmoid")(row))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(clean, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
