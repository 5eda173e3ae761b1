# fails: test_weights
# says: values to unpack
def describe_layer(model, index):
    layer = model.layers[index]
    kernel, bias = layer.get_weights()
    read = layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [kernel.shape, bias.shape],
    }
