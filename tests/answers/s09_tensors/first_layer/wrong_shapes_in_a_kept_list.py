# fails: test_weights
# diagnosis: WEIGHTS.kept
def shapes(weights, found=[]):
    for weight in weights:
        found.append(tuple(weight.shape))
    return found


def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.input or layer.output if isinstance(layer.input, list) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": shapes(layer.weights),
    }
