# fails: test_input_layer
# diagnosis: INPUT_LAYER.other
# each InputLayer is said to read the first input of the model
import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    """Return name, input_shape, output_shape and weights (their shapes) of one layer of the model."""
    layer = model.layers[index]
    source = model.inputs[0] if isinstance(layer, keras.layers.InputLayer) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(source.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
