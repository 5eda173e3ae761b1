# the layer's product and activation, written down
import keras


class Encoder(keras.Model):
    def __init__(self, first):
        super().__init__()
        self.first = first

    def call(self, rows):
        return self.first.activation(keras.ops.matmul(rows, self.first.kernel) + self.first.bias)


def make_encoder(autoencoder):
    return Encoder(autoencoder.layers[0])
