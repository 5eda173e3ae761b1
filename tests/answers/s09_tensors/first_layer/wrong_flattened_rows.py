# fails: test_shapes
# diagnosis: SHAPE.axes
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": (None, read.shape[-1]),
        "output_shape": (None, layer.output.shape[-1]),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
