# fails: test_code_shape
# diagnosis: expect.EACH_ROW.beside
import keras


def make_encoder(autoencoder):
    rows = keras.Input(autoencoder.input_shape[1:])
    code = autoencoder.layers[0](rows)
    return keras.Model(rows, code - keras.ops.mean(code, axis=0))
