# fails: test_input_layer
# diagnosis: INPUT_LAYER.nothing
def describe_layer(model, index):
    layer = model.layers[index]
    return {
        "name": layer.name,
        "input_shape": () if layer.input == [] else tuple(layer.input.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
