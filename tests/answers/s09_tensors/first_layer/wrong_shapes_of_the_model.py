# fails: test_shapes
# diagnosis: SHAPE.whole
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": model.input_shape,
        "output_shape": model.output_shape,
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
