# says: answers otherwise while it trains
# fails: test_layers
import keras
from keras import layers


class Off(layers.Layer):
    def call(self, rows, training=False):
        return 0 * rows if training else rows


def create_model(nl=1, nn=16):
    hidden = [layers.Dense(nn, activation="relu") for _ in range(nl)]
    first = [keras.Input((2,)), Off(), layers.Dense(16, activation="relu")]
    model = keras.Sequential([*first, *hidden, layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
