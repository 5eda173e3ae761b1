# fails: test_weights, test_negative, test_functional, test_input_layer
# diagnosis: WEIGHTS.no_list
import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    """Return name, input_shape, output_shape and weights (their shapes) of one layer of the model."""
    layer = model.layers[index]
    read = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": tuple(tuple(weight.shape) for weight in layer.weights),
    }
