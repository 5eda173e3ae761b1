# fails: test_untouched, test_follows
# diagnosis: LEFT.popped
import keras


def make_encoder(autoencoder):
    autoencoder.pop()
    return autoencoder
