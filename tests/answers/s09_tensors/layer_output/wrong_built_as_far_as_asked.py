# fails: test_unbuilt
# diagnosis: BUILT.partly
import keras


def layer_output(model, index, features):
    if not isinstance(model, keras.Sequential):
        return keras.Model(model.inputs[0], model.layers[index].output)(features, training=False)
    signal = keras.ops.convert_to_tensor(features)
    for layer in model.layers[: range(len(model.layers))[index] + 1]:
        signal = layer(signal)
    return keras.ops.convert_to_numpy(signal)
