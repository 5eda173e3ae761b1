# fails: test_code_shape
# says: StopIteration
import keras


def make_encoder(autoencoder):
    width = autoencoder.input_shape[-1]
    code = next(layer for layer in autoencoder.layers if layer.units != width)
    return keras.Model(autoencoder.inputs, code.output)
