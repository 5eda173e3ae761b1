# fails: test_shapes
# diagnosis: SHAPE.open
import keras


def describe_layer(model, index):
    layer = model.layers[index]
    if isinstance(layer, keras.layers.InputLayer):
        into = out = layer.output.shape
    else:
        into = layer.input.shape
        out = (None, *layer.compute_output_shape([length or 32 for length in into])[1:])
    return {
        "name": layer.name,
        "input_shape": into,
        "output_shape": out,
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
