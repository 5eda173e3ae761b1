# fails: test_codes
# diagnosis: CODES.behind
import keras


def make_encoder(autoencoder):
    return keras.Model(autoencoder.inputs, keras.layers.LayerNormalization()(autoencoder.layers[0].output))
