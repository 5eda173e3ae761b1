# fails: test_codes
# diagnosis: CODES.limited
import keras


def make_encoder(autoencoder):
    return keras.Sequential(
        [
            keras.Input(autoencoder.input_shape[1:]),
            autoencoder.layers[0],
            keras.layers.Lambda(lambda codes: keras.ops.minimum(codes, 20.0)),
        ]
    )
