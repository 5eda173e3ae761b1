# fails: test_code_shape
# says: whole autoencoder
import keras


def make_encoder(autoencoder):
    return keras.Sequential(autoencoder.layers)
