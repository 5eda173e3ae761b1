# fails: test_functional
# diagnosis: HEADS.flat
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Function(model.inputs, model.layers[index].output)
    found = keras.ops.convert_to_numpy(answer([features]))
    return found.reshape(len(found), -1) if found.ndim > 2 else found
