# fails: test_untouched
# diagnosis: LEFT.renamed
import keras


def make_encoder(autoencoder):
    code = autoencoder.layers[0]
    code.name = "code"
    return keras.Model(autoencoder.inputs, code.output)
