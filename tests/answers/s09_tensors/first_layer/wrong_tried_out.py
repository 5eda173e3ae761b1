# fails: test_shapes
# diagnosis: SHAPE.rows
import keras
import numpy as np

def describe_layer(model, index):
    layer = model.layers[index]
    read = layer.output if isinstance(layer.input, list) else layer.input
    rows = np.zeros((32, *model.input_shape[1:]), "float32")
    return {
        "name": layer.name,
        "input_shape": (len(rows), *read.shape[1:]),
        "output_shape": tuple(keras.Model(model.inputs, layer.output)(rows).shape),
        "weights": [tuple(weight.shape) for weight in layer.weights],
    }
