# fails: test_facts
# says: neither true nor false
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.input if layer.input else layer.output
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
