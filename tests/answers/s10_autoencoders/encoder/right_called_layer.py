# different: a new Input, the width read from the kernel, and the layer called on it
import keras


def make_encoder(autoencoder: keras.Model) -> keras.Model:
    code = autoencoder.layers[0]
    row = keras.Input((code.kernel.shape[0],), name="row")
    return keras.Model(row, code(row), name="encoder")
