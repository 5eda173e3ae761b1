# fails: test_shapes
# diagnosis: SHAPE.text
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": str(read.shape),
        "output_shape": str(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
