# fails: test_code_shape
# says: layer itself, Sequential
import keras


def make_encoder(autoencoder):
    return autoencoder.layers[0]
