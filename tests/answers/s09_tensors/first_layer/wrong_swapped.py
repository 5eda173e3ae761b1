# fails: test_shapes
# diagnosis: SHAPE.swapped
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(layer.output.shape),
        "output_shape": tuple(read.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
