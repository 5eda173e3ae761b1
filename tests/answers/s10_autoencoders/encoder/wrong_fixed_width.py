# fails: test_code_shape
# diagnosis: INPUT.width
import keras


def make_encoder(autoencoder):
    autoencoder = keras.Sequential([keras.Input((100,)), keras.layers.Dense(3, activation="relu")])
    return autoencoder
