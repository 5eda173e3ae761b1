# fails: test_inference
# diagnosis: INFERENCE.fixed
import keras
from keras.layers import BatchNormalization, Dense


class Block(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense, self.norm = Dense(16, activation="relu"), BatchNormalization()

    def call(self, x):
        return self.norm(self.dense(x), training=False)


def build_batch_norm_model(n_features: int) -> keras.Sequential:
    """Return a compiled network with batch normalization, which gives the probability of a yes."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Block())
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
