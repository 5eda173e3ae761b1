# different: a functional model from the inputs of the autoencoder to the output of its first layer
import keras


def make_encoder(autoencoder):
    return keras.Model(inputs=autoencoder.inputs, outputs=autoencoder.layers[0].output)
