# fails: test_code_shape
# diagnosis: SHAPE.own
import keras


def make_encoder(autoencoder):
    return keras.Sequential([keras.Input(autoencoder.input_shape[1:]), keras.layers.Dense(4, activation="relu")])
