# different: a GaussianNoise layer makes the noise during training, so that fit gets clean rows twice
import keras
from keras import layers


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    width = clean.shape[1]
    model = keras.Sequential(
        [
            keras.Input((width,)),
            layers.GaussianNoise(noise_std, seed=seed),
            layers.Dense(64, activation="relu"),
            layers.Dense(width, activation="sigmoid"),
        ]
    )
    model.compile("adam", "mse")
    model.fit(clean, clean, epochs=epochs, verbose=0)
    return model
