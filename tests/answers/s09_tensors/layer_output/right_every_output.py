# different: asks for the outputs of all layers at once, and picks one
import keras
import numpy as np


def layer_output(model, index, features):
    if not getattr(model, "built", False):
        model.predict(features, verbose=0)
    everything = keras.Function(model.inputs, [layer.output for layer in model.layers])
    return np.array(keras.ops.convert_to_numpy(everything([features])[index]))
