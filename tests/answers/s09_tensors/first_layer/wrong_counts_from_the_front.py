# fails: test_negative
# diagnosis: expect.CALL.no_return
def describe_layer(model, index):
    for place, layer in enumerate(model.layers):
        if place == index:
            return {
                "name": layer.name,
                "input_shape": tuple((layer.output if isinstance(layer.input, list) else layer.input).shape),
                "output_shape": tuple(layer.output.shape),
                "weights": [tuple(weight.shape) for weight in layer.weights],
            }
