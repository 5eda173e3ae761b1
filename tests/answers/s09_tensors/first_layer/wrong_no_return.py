# fails: test_facts
# diagnosis: expect.CALL.no_return
def describe_layer(model, index):
    layer = model.layers[index]
    facts = {
        "name": layer.name,
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
    facts["input_shape"] = tuple(layer.input.shape)
