# fails: test_inference
# diagnosis: ANSWER.kept
import keras
import numpy as np

_parts = {}


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model.build((None,) + features.shape[1:])
    key = (model.name, index)
    if key not in _parts:
        _parts[key] = keras.Model(model.inputs, model.layers[index].output)
    return keras.ops.convert_to_numpy(_parts[key](features, training=False))
