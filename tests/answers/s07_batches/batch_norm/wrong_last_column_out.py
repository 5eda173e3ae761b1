# fails: test_shapes
# diagnosis: expect.INPUT.cut_off
# the last column never reaches the network
import keras
from keras.layers import BatchNormalization, Dense


class Cut(keras.layers.Layer):
    """Cut the label column off."""

    def call(self, inputs):
        return inputs[:, : max(1, inputs.shape[1] - 1)]


def build_batch_norm_model(n_features: int) -> keras.Sequential:
    """Return a compiled network with batch normalization, which gives the probability of a yes."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Cut())
    model.add(Dense(16, activation="relu"))
    model.add(BatchNormalization())
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model
