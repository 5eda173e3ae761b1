# fails: test_codes
# diagnosis: CODES.own
import keras


def make_encoder(autoencoder):
    code = autoencoder.layers[0]
    return keras.Sequential(
        [keras.Input(autoencoder.input_shape[1:]), keras.layers.Dense(code.units, activation="relu")]
    )
