# fails: test_untouched
# diagnosis: LEFT.frozen
import keras


def make_encoder(autoencoder):
    encoder = keras.Sequential([keras.Input(autoencoder.input_shape[1:]), autoencoder.layers[0]])
    encoder.trainable = False
    return encoder
