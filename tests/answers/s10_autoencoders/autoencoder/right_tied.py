# different: the way back uses the weights of the encoder, turned round
import keras
from keras import layers


class TiedDecoder(layers.Layer):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def build(self, input_shape):
        self.bias = self.add_weight(shape=(self.encoder.kernel.shape[0],), initializer="zeros", name="bias")

    def call(self, code):
        return keras.ops.sigmoid(keras.ops.matmul(code, keras.ops.transpose(self.encoder.kernel)) + self.bias)


def build_autoencoder(n_inputs=100, n_code=4):
    encoder = layers.Dense(n_code, activation="relu")
    model = keras.Sequential([keras.Input((n_inputs,)), encoder, TiedDecoder(encoder)])
    model.compile("adam", "mse")
    return model
