# tries: to hand over a model whose attributes and config lie about what it is
# earns: nothing
# says: build_model
import keras


class Lying(keras.Sequential):
    @property
    def output_shape(self):
        return (None, 1)

    @property
    def input_shape(self):
        return (None, 3)

    def get_config(self):
        raise SystemExit(0)


def build_model(n_features):
    model = Lying([keras.Input((7,)), keras.layers.Dense(5, activation="softmax")])
    model.compile("adam", "categorical_crossentropy")
    return model
