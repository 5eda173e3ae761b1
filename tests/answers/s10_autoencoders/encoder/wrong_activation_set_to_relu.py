# fails: test_codes, test_untouched
# diagnosis: CODES.relu, LEFT.activation
import keras


def make_encoder(autoencoder):
    autoencoder.layers[0].activation = keras.activations.relu
    return keras.Sequential([keras.Input(autoencoder.input_shape[1:]), autoencoder.layers[0]])
