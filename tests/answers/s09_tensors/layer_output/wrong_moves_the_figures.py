# fails: test_untouched
# diagnosis: UNTOUCHED.moved
# the model is called in training once, for nothing
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model.build((None, *features.shape[1:]))
    model(features, training=True)
    answer = keras.Function(model.inputs, model.layers[index].output)
    return keras.ops.convert_to_numpy(answer([features]))
