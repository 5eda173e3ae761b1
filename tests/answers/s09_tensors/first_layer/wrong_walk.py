# fails: test_functional
# diagnosis: SHAPE.beside
import keras


def describe_layer(model, index):
    place = index % len(model.layers)
    shape = tuple(model.input_shape)
    for layer in model.layers[: place + 1]:
        before = shape
        if not isinstance(layer, keras.layers.InputLayer):
            shape = tuple(layer.compute_output_shape(before))
    result = {}
    result["weights"] = []
    for weight in layer.weights:
        result["weights"].append(tuple(int(axis) for axis in weight.shape))
    result["output_shape"] = shape
    result["input_shape"] = before
    result["name"] = str(layer.name)
    return result
