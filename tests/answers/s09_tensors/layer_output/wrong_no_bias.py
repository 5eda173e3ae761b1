# fails: test_dense
# diagnosis: ANSWER.bias
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    signal = keras.ops.convert_to_tensor(features)
    place = range(len(model.layers))[index]
    for layer in model.layers[: place + 1]:
        if isinstance(layer, keras.layers.Dense):
            signal = layer.activation(keras.ops.matmul(signal, layer.kernel))
        else:
            signal = layer(signal)
    return signal
