# fails: test_functional, test_input_layer
# diagnosis: NAME.skipped
import keras


def describe_layer(model, index):
    layer = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)][index]
    return {
        "name": layer.name,
        "input_shape": tuple(layer.input.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
