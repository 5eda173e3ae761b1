# fails: test_functional
# diagnosis: SHAPE.beside
import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    """Return name, input_shape, output_shape and weights (their shapes) of one layer of the model."""
    layer = model.layers[index]
    place = index % len(model.layers)
    read = layer.output if isinstance(layer, keras.layers.InputLayer) else model.layers[place - 1].output if place else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
