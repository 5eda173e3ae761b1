# fails: test_untouched
# diagnosis: LEFT.settings
import keras


def make_encoder(autoencoder):
    code = autoencoder.layers[0]
    code.kernel_regularizer = keras.regularizers.L2(0.01)
    return keras.Model(autoencoder.inputs, code.output)
