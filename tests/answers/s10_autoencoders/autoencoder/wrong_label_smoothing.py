# fails: test_loss
# diagnosis: expect.SETTINGS.smoothing
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential(
        [
            keras.Input((n_inputs,)),
            layers.Dense(n_code, activation="relu"),
            layers.Dense(n_inputs, activation="sigmoid"),
        ]
    )
    model.compile("adam", keras.losses.BinaryCrossentropy(label_smoothing=0.3))
    return model
