# fails: test_functional, test_input_layer
# diagnosis: SHAPE.reads_nothing, INPUT_LAYER.nothing
import keras


def describe_layer(model, index):
    layer = model.layers[index]
    return {
        "name": layer.name,
        "input_shape": None if isinstance(layer, keras.layers.InputLayer) else tuple(layer.input.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
