# fails: test_code_shape
# says: another shape
import keras


def make_encoder(autoencoder):
    return keras.Sequential([autoencoder.layers[1]])
