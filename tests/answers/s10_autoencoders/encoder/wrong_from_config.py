# fails: test_codes
# says: never trained
import keras


def make_encoder(autoencoder):
    layer = keras.layers.Dense.from_config(autoencoder.layers[0].get_config())
    return keras.Sequential([keras.Input(autoencoder.input_shape[1:]), layer])
