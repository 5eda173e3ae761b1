# fails: test_facts
# diagnosis: DICTIONARY.values
def describe_layer(model, index):
    layer = model.layers[index]
    return layer.name, layer.input.shape, layer.output.shape, [tuple(weight.shape) for weight in layer.weights]
