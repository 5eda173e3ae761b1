# fails: test_weights
# diagnosis: WEIGHTS.trainable
def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(v.shape) for v in layer.trainable_weights],
    }
