# different: layers without bias, recursion, compiled by a helper
import keras


def grow(signal, nl, nn):
    if nl == 0:
        return signal
    return grow(keras.layers.Dense(nn, activation=keras.ops.relu, use_bias=False)(signal), nl - 1, nn)


def compiled(model):
    model.compile(keras.optimizers.Adam(3e-3), "binary_crossentropy", metrics=["accuracy"])
    return model


def create_model(nl=1, nn=256):
    inputs = keras.Input(shape=(2,), name="point")
    first = keras.layers.Dense(16, activation="relu")(inputs)
    return compiled(keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(grow(first, nl, nn))))
