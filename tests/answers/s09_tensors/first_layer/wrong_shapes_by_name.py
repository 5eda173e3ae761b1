# fails: test_weights, test_negative, test_functional, test_input_layer
# diagnosis: WEIGHTS.no_list
# says: a dict
import keras


def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    return {
        "name": layer.name,
        "input_shape": tuple(read.shape),
        "output_shape": tuple(layer.output.shape),
        "weights": {weight.name: tuple(weight.shape) for weight in layer.weights},
    }
