# fails: test_shapes, test_weights
# diagnosis: SHAPE.kept
import keras

KNOWN = {}


def facts(layer):
    read = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    weights = [tuple(weight.shape) for weight in layer.weights]
    return {"name": layer.name, "input_shape": read.shape, "output_shape": layer.output.shape, "weights": weights}


def describe_layer(model, index):
    layer = model.layers[index]
    return KNOWN.setdefault(layer.name, facts(layer))
