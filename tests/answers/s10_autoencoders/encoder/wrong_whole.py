# fails: test_code_shape
# diagnosis: SHAPE.whole
import keras


def make_encoder(autoencoder):
    return autoencoder
