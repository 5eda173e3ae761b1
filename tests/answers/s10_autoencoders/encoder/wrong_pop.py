# fails: test_untouched
# diagnosis: LEFT.popped
import keras


def make_encoder(autoencoder):
    autoencoder.pop()
    return autoencoder
