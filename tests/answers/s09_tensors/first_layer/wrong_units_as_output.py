# fails: test_shapes
# diagnosis: SHAPE.axes
# A Dense keeps the axes between the rows and the last one.
import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    """Return name, input_shape, output_shape and weights (their shapes) of one layer of the model."""
    layer = model.layers[index]
    source = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(source.shape),
        "output_shape": (None, layer.units) if hasattr(layer, "units") else tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
