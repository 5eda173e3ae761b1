# different: what was found of a layer is kept, beside the layer itself
import weakref

import keras

KNOWN = weakref.WeakKeyDictionary()


def facts(layer):
    read = layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input
    weights = [tuple(weight.shape) for weight in layer.weights]
    return {"name": layer.name, "input_shape": read.shape, "output_shape": layer.output.shape, "weights": weights}


def describe_layer(model, index):
    layer = model.layers[index]
    if layer not in KNOWN:
        KNOWN[layer] = facts(layer)
    return KNOWN[layer]
