# fails: test_facts
# diagnosis: KEYS.spelling
def describe_layer(model, index):
    layer = model.layers[index]
    return {
        "name": layer.name,
        "input": layer.input.shape,
        "output": layer.output.shape,
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
