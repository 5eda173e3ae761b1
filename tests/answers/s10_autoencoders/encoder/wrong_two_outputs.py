# fails: test_code_shape
# diagnosis: KIND.outputs
import keras


def make_encoder(autoencoder):
    return keras.Model(autoencoder.inputs, [layer.output for layer in autoencoder.layers])
