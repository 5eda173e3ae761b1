# fails: test_name, test_negative, test_functional
# diagnosis: NAME.first
def describe_layer(model, index):
    layer = model.layers[0]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
