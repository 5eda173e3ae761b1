# fails: test_code_shape
# diagnosis: INPUT.decoder
import keras


def make_encoder(autoencoder):
    decoder = autoencoder.layers[-1]
    return keras.Sequential([keras.Input((autoencoder.layers[0].units,)), decoder])
