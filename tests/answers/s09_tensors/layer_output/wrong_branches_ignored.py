# fails: test_functional
# diagnosis: ANSWER.branch
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    signal = keras.ops.convert_to_tensor(features)
    place = range(len(model.layers))[index]
    for layer in model.layers[: place + 1]:
        if isinstance(layer, keras.layers.InputLayer):
            continue
        signal = layer([signal, signal]) if isinstance(layer, keras.layers.Add) else layer(signal)
    return signal
