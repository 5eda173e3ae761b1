# fails: test_untouched
# diagnosis: LEFT.activation
import keras


def make_encoder(autoencoder):
    autoencoder.layers[1].activation = keras.activations.linear
    return keras.Sequential([keras.Input(autoencoder.input_shape[1:]), autoencoder.layers[0]])
