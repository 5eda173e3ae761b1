# fails: test_shapes
# says: None
import keras


def opened(shape, layer):
    known = shape[-1:] if None in shape[1:] else shape[1:]
    return (None,) * (len(shape) - len(known)) + tuple(known)


def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    return {
        "name": layer.name,
        "input_shape": opened(read.shape, layer),
        "output_shape": opened(layer.output.shape, layer),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
