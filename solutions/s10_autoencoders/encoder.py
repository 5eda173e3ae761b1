"""Take the encoder out of an autoencoder: the part that turns a row into its code.

`autoencoder` is a Sequential of two Dense layers, of any width and activation: the first makes the code, the second
gives the row back. It arrives built, compiled and trained. Return a model that answers each row with its code, by the
very layer of the autoencoder and so with its weights, and by nothing else: when the autoencoder is trained on later,
the encoder follows. The autoencoder itself stays as it is, down to its names, and all of it can still learn.
The layer below only looks like the one of the autoencoder: it is new, and nobody has trained it.

Read: kata book encoder
"""

import keras


def make_encoder(autoencoder: keras.Model) -> keras.Model:
    """Return a model that gives the code of each row, with the weights of `autoencoder`."""
    encoder = keras.Sequential()
    encoder.add(keras.Input(shape=autoencoder.input_shape[1:]))
    encoder.add(autoencoder.layers[0])
    return encoder
