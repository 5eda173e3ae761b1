# different: a hidden block as a model of its own inside; training=None handed on
import keras


class Block(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.dense = keras.layers.Dense(units, activation="relu")
        self.norm = keras.layers.BatchNormalization()

    def call(self, x, training=None):
        return self.norm(self.dense(x), training=training)


def build_batch_norm_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Block(16), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss=["binary_crossentropy"])
    return model
