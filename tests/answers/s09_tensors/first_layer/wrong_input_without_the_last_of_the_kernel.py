# fails: test_shapes, test_functional
# diagnosis: SHAPE.kernel
import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    layer = model.layers[index]
    weights = [tuple(weight.shape) for weight in layer.weights]
    into = tuple(layer.output.shape) if isinstance(layer.input, list) else tuple(layer.input.shape)
    if weights and len(weights[0]) > 1:
        into = (None, *weights[0][:-1])
    return {"name": layer.name, "input_shape": into, "output_shape": tuple(layer.output.shape), "weights": weights}
