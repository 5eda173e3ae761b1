# fails: test_code_shape
# diagnosis: expect.CALL.no_return
import keras


def make_encoder(autoencoder):
    encoder = keras.Sequential()
    encoder.add(autoencoder.layers[0])
