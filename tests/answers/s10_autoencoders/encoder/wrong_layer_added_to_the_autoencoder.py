# fails: test_untouched
# diagnosis: LEFT.added
import keras


def make_encoder(autoencoder):
    encoder = keras.Model(autoencoder.inputs, autoencoder.layers[0].output)
    autoencoder.add(keras.layers.ReLU())
    return encoder
