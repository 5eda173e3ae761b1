# fails: test_shapes
# says: OfTheBatch, goes by the batch at inference, too, as with training=True
import keras
from keras.layers import BatchNormalization, Dense


class OfTheBatch(BatchNormalization):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=True, mask=mask)


def build_batch_norm_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, "relu"), OfTheBatch(), Dense(1, "sigmoid")])
    model.compile("adam", "binary_crossentropy", ["accuracy"])
    return model
