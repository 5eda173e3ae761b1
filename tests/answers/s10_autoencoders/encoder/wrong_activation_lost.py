# fails: test_codes
# diagnosis: CODES.bare
import keras


def make_encoder(autoencoder):
    code = autoencoder.layers[0]
    encoder = keras.Sequential([keras.Input(autoencoder.input_shape[1:]), keras.layers.Dense(code.units)])
    encoder.set_weights(code.get_weights())
    return encoder
