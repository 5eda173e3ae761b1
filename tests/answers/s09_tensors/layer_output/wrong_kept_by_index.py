# fails: test_inference, test_functional, test_unbuilt
# diagnosis: ANSWER.kept
import keras

_parts = []


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    if not _parts:
        _parts.extend(keras.Model(model.inputs, layer.output) for layer in model.layers)
    return _parts[index](features, training=False)
