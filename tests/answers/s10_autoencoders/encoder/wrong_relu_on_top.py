# fails: test_codes
# diagnosis: CODES.on_top
import keras


def make_encoder(autoencoder):
    return keras.Model(autoencoder.inputs, keras.ops.relu(autoencoder.layers[0].output))
