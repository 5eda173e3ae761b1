# fails: test_codes
# diagnosis: CODES.no_bias
import keras


def make_encoder(autoencoder):
    code = autoencoder.layers[0]
    layer = keras.layers.Dense(code.units, activation="relu", use_bias=False)
    encoder = keras.Sequential([keras.Input(autoencoder.input_shape[1:]), layer])
    encoder.set_weights(code.get_weights()[:1])
    return encoder
