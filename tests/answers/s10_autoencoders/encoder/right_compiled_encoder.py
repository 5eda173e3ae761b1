# the encoder is compiled, which does no harm to the autoencoder
import keras


def make_encoder(autoencoder):
    encoder = keras.models.Sequential(name="encoder")
    encoder.add(keras.layers.Input(batch_shape=autoencoder.input_shape))
    encoder.add(autoencoder.get_layer(index=0))
    encoder.compile("adam", "mse")
    return encoder
