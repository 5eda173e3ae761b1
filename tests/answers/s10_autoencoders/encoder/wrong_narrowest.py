# different: the layer is found as the narrowest one; a functional model made of its input and output
import keras


def make_encoder(autoencoder):
    narrowest = min(autoencoder.layers, key=lambda layer: layer.units)
    return keras.Model(narrowest.input, narrowest.output)
