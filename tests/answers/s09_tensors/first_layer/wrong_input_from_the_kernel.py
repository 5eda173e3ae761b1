# fails: test_shapes, test_functional
# diagnosis: SHAPE.kernel
import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    layer = model.layers[index]
    source = layer.output if isinstance(layer.input, list) else layer.input
    into = (None, layer.weights[0].shape[0]) if layer.weights else tuple(source.shape)
    return {
        "name": layer.name,
        "input_shape": into,
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
