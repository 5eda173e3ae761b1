# fails: test_negative
# diagnosis: NAME.negative
def describe_layer(model, index):
    layer = model.layers[max(index, 0)]
    return {
        "name": layer.name,
        "input_shape": tuple((layer.output if isinstance(layer.input, list) else layer.input).shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
