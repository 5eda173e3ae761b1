# fails: test_weights
# diagnosis: WEIGHTS.of_namesake
import keras

KNOWN = {}


def facts(layer):
    read = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    weights = [tuple(weight.shape) for weight in layer.weights]
    return {"name": layer.name, "input_shape": read.shape, "output_shape": layer.output.shape, "weights": weights}


def describe_layer(model, index):
    found = facts(model.layers[index])
    found["weights"] = KNOWN.setdefault((model.name, index), found["weights"])
    return found
