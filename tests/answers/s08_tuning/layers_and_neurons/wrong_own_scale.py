# fails: test_layers
# diagnosis: BESIDE.otherwise
import keras


class Scale(keras.layers.Layer):
    def build(self, shape):
        self.scale = self.add_weight(shape=(shape[-1],), initializer="ones", name="scale")

    def call(self, rows):
        return rows * self.scale


def create_model(nl=1, nn=256):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), Scale()])
    for _ in range(nl):
        model.add(keras.layers.Dense(nn, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
