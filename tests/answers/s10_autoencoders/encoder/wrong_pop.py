# fails: test_untouched
# says: pop, last layer
import keras


def make_encoder(autoencoder):
    autoencoder.pop()
    return autoencoder
