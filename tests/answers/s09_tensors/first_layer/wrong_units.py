# fails: test_shapes
# says: units
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": (None, layer.units),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
