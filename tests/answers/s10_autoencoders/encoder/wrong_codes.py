# fails: test_code_shape
# diagnosis: KIND.codes
import keras


def make_encoder(autoencoder):
    rows = keras.random.uniform((32, *autoencoder.input_shape[1:]), seed=1)
    return keras.Model(autoencoder.inputs, autoencoder.layers[0].output).predict(rows, verbose=0)
