# fails: test_noise_does_not_come_out
# diagnosis: ASKED.training
import keras
from keras import layers


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    row = keras.Input((clean.shape[1],))
    noisy = layers.GaussianNoise(noise_std, seed=seed)(row, training=True)
    hidden = layers.Dense(32, activation="relu")(noisy)
    model = keras.Model(row, layers.Dense(clean.shape[1], activation="sigmoid")(hidden))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error")
    model.fit(clean, clean, epochs=epochs, batch_size=64, verbose=0)
    return model
