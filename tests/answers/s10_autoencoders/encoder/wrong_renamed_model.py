# fails: test_untouched
# diagnosis: LEFT.renamed
import keras


def make_encoder(autoencoder):
    autoencoder.name = "whole"
    return keras.Sequential([keras.Input(autoencoder.input_shape[1:]), autoencoder.layers[0]])
