# fails: test_name, test_shapes, test_weights
# diagnosis: NAME.counted
def describe_layer(model, index):
    layer = model.layers[index - 1]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
