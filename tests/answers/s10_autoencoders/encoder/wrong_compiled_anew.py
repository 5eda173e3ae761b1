# fails: test_untouched
# diagnosis: LEFT.compiled
import keras


def make_encoder(autoencoder):
    autoencoder.compile(optimizer="sgd", loss="mse")
    return keras.Model(autoencoder.inputs, autoencoder.layers[0].output)
