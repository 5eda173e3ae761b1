# fails: test_weights
# diagnosis: WEIGHTS.order
# Where training leaves a part of a layer alone, its weights may stand before the others.
import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    """Return name, input_shape, output_shape and weights (their shapes) of one layer of the model."""
    layer = model.layers[index]
    source = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(source.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.trainable_weights + layer.non_trainable_weights],
    }
