# fails: test_negative
# diagnosis: ANSWER.no_layer
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    if not isinstance(model, keras.Sequential):
        return keras.Model(model.inputs, model.layers[index].output)(features)
    signal = keras.ops.convert_to_tensor(features)
    for layer in model.layers[: index + 1]:
        signal = layer(signal)
    return signal
