# fails: test_code_shape
# diagnosis: KIND.layer
# says: a layer, Dense
import keras


def make_encoder(autoencoder):
    return autoencoder.layers[0]
