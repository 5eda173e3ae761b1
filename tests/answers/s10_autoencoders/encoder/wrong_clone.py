# fails: test_codes
# diagnosis: CODES.own
import keras


def make_encoder(autoencoder):
    copy = keras.models.clone_model(autoencoder)
    return keras.Sequential([keras.Input(copy.input_shape[1:]), copy.layers[0]])
