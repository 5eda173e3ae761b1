# fails: test_input_layer
# says: list, shape
def describe_layer(model, index):
    layer = model.layers[index]
    return {
        "name": layer.name,
        "input_shape": tuple(layer.input.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
