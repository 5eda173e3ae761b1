# fails: test_shapes
# diagnosis: SHAPE.tensor
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": read,
        "output_shape": layer.output,
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
