# fails: test_codes
# says: never trained
import keras


def make_encoder(autoencoder):
    copy = keras.models.clone_model(autoencoder)
    return keras.Sequential([keras.Input(copy.input_shape[1:]), copy.layers[0]])
