# different: Sequential layers one after the other; a functional model is cut off
import keras


def layer_output(model, index, features):
    place = range(len(model.layers))[index]
    if isinstance(model, keras.Sequential):
        if not model.built:
            model.build((None, *features.shape[1:]))
        signal = keras.ops.convert_to_tensor(features)
        for layer in model.layers[: place + 1]:
            signal = layer(signal)
        return keras.ops.convert_to_numpy(signal)
    return keras.Model(model.inputs[0], model.layers[place].output)(features, training=False)
