# fails: test_codes
# diagnosis: CODES.before
import keras


def make_encoder(autoencoder):
    encoder = keras.Sequential([keras.Input(shape=autoencoder.input_shape[1:]), keras.layers.BatchNormalization()])
    encoder.add(autoencoder.layers[0])
    return encoder
