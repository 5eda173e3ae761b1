# fails: test_name
# diagnosis: NAME.model
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": model.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
