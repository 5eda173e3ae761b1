# fails: test_layers
# diagnosis: LAYERS.moving
import keras
from keras.layers import BatchNormalization, Dense


class MovingAverages(BatchNormalization):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_batch_norm_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, "relu"), MovingAverages(), Dense(1, "sigmoid")])
    model.compile("adam", "binary_crossentropy", ["accuracy"])
    return model
