# fails: test_shapes, test_weights, test_negative, test_functional, test_input_layer
# diagnosis: SHAPE.list, WEIGHTS.lists, INPUT_LAYER.list
import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    """Return name, input_shape, output_shape and weights (their shapes) of one layer of the model."""
    layer = model.layers[index]
    read = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    return {
        "name": layer.name,
        "input_shape": list(read.shape),
        "output_shape": list(layer.output.shape),
        "weights": [list(weight.shape) for weight in layer.weights],
    }
