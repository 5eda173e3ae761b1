# fails: test_codes
# diagnosis: CODES.own
import keras


def make_encoder(autoencoder):
    layer = keras.layers.Dense.from_config(autoencoder.layers[0].get_config())
    return keras.Sequential([keras.Input(autoencoder.input_shape[1:]), layer])
