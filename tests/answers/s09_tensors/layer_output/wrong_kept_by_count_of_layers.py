# fails: test_unbuilt, test_untouched
# diagnosis: ANSWER.kept
import keras
import numpy as np

_parts = {}


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    if not model.built:
        model.build((None, *features.shape[1:]))
    key = (type(model), len(model.layers), index)
    if key not in _parts:
        _parts[key] = keras.Model(model.inputs[0], model.layers[index].output)
    return _parts[key](features, training=False)
