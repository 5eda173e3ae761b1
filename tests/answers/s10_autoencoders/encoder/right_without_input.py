# different: a Sequential without an Input, as in the notes; it is built when it sees rows
import keras


def make_encoder(autoencoder):
    encoder = keras.Sequential()
    encoder.add(autoencoder.layers[0])
    return encoder
