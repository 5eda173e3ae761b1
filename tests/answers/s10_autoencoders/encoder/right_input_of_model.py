# the layer is called again on the input of the autoencoder itself
import keras


def make_encoder(autoencoder):
    rows = autoencoder.inputs[0]
    first, *_ = [layer for layer in autoencoder.layers if layer.weights]
    return keras.Model(inputs=rows, outputs=first(rows), name="encoder")
