# fails: test_codes
# diagnosis: TRAINING.random
import keras


def make_encoder(autoencoder):
    return keras.Sequential(
        [keras.Input(autoencoder.input_shape[1:]), autoencoder.layers[0], keras.layers.Dropout(0.3)]
    )
