# fails: test_code_shape
# says: rows of the shape (10,), incompatible
import keras


def make_encoder(autoencoder):
    return keras.Sequential([autoencoder.layers[1]])
