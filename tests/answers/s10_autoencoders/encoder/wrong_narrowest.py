# fails: test_code_shape
# diagnosis: SHAPE.wide
import keras


def make_encoder(autoencoder):
    narrowest = min(autoencoder.layers, key=lambda layer: layer.units)
    return keras.Model(autoencoder.inputs, narrowest.output)
