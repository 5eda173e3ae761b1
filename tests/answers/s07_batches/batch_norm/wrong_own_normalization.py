# fails: test_layers
# diagnosis: LAYERS.by_batch
# mean and variance of the batch at hand, at inference as well
from keras import Sequential, layers, ops


class OfTheBatch(layers.Layer):
    def build(self, shape):
        self.gamma = self.add_weight(shape=(shape[-1],), initializer="ones")
        self.beta = self.add_weight(shape=(shape[-1],), initializer="zeros")

    def call(self, rows):
        centred = rows - ops.mean(rows, axis=0)
        return self.gamma * centred / ops.sqrt(ops.var(rows, axis=0) + 1e-3) + self.beta


def build_batch_norm_model(n_features):
    model = Sequential([layers.Input((n_features,)), layers.Dense(16, "relu"), OfTheBatch()])
    model.add(layers.Dense(1, "sigmoid"))
    model.compile("adam", "binary_crossentropy")
    return model
