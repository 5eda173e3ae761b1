# fails: test_shapes, test_weights
# diagnosis: SHAPE.whole, WEIGHTS.model
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": (None, 6),
        "output_shape": (None, 3),
        "weights": [(6, 9), (9,), (9,), (9,), (9,), (9,), (9, 3), (3,)],
    }
