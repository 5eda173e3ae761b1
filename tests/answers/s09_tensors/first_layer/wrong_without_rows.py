# fails: test_shapes, test_input_layer
# diagnosis: SHAPE.rows, INPUT_LAYER.rows
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape[1:]),
        "output_shape": tuple(layer.output.shape[1:]),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
