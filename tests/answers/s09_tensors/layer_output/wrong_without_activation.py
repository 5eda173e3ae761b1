# fails: test_dense
# diagnosis: ANSWER.activation
import keras
import numpy as np


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    signal = np.asarray(features)
    place = range(len(model.layers))[index]
    for layer in model.layers[: place + 1]:
        inside = signal
        if isinstance(layer, keras.layers.Dense):
            kernel, bias = layer.get_weights()
            inside = signal @ kernel + bias
        signal = keras.ops.convert_to_numpy(layer(signal))
    return inside
